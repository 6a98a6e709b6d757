import {readDocument} from '../../config-file/document.ts';
import {isMeantAs} from '../../config-file/header.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';

/** The value of a setting of the CLI profile in the config file, under whatever spelling of its header; the last one counts. */
export function settingIn({config, cliProfile}: Evidence, name: string): string | undefined {
	const file = seenIn(config.config);
	const sections = file === undefined ? [] : readDocument(file.text).sections;
	const value = sections
		.filter(({header}) => isMeantAs(header, cliProfile.name))
		.flatMap(({keys}) => keys)
		.findLast(({written}) => written.toLowerCase() === name)?.value;
	return value === '' ? undefined : value;
}
