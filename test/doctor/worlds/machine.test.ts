import {tryWorlds} from '../../support/worlds/try-worlds.ts';
import {arns} from './catalogue/arns.ts';
import {environment} from './catalogue/environment.ts';
import {network} from './catalogue/network.ts';
import {programs} from './catalogue/programs.ts';

tryWorlds('environment', environment);
tryWorlds('programs', programs);
tryWorlds('network', network);
tryWorlds('arns', arns);
