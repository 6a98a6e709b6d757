import type {World} from '../../../support/worlds/world.ts';
import {account} from './account.ts';
import {arns} from './arns.ts';
import {certificates} from './certificates.ts';
import {configFiles} from './config-files.ts';
import {configLines} from './config-lines.ts';
import {dates} from './dates.ts';
import {environment} from './environment.ts';
import {files} from './files.ts';
import {keys} from './keys.ts';
import {network} from './network.ts';
import {paths} from './paths.ts';
import {policies} from './policies.ts';
import {programs} from './programs.ts';
import {recipes} from './recipes.ts';

/** Every world that is broken in one way, or by one recipe. */
export const all: readonly World[] = [
	...files,
	...keys,
	...certificates,
	...paths,
	...dates,
	...arns,
	...configLines,
	...configFiles,
	...environment,
	...programs,
	...network,
	...account,
	...policies,
	...recipes,
];
