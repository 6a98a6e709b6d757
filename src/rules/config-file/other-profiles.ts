import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';

/** What somebody may have meant as the name of a CLI profile, in both files. */
export function profileNames({config, credentials}: ConfigFiles): readonly string[] {
	return [
		...new Set([
			...(config?.sections ?? [])
				.filter(({header}) => !/^(?:sso-session|services)\s/.test(header))
				.map(({header, cliProfile}) => cliProfile ?? header),
			...(credentials?.sections ?? []).map(({header}) => header),
		]),
	];
}

/** A sentence that names the other CLI profiles with a credential process; empty where there is none. */
export function othersWithProcess({config, credentials, cliProfile}: ConfigFiles): string {
	const sections = [
		...(config?.sections ?? []).map(({cliProfile: name, keys}) => ({name, keys})),
		...(credentials?.sections ?? []).map(({header: name, keys}) => ({name, keys})),
	];
	const names = sections.flatMap(({name, keys}) =>
		name !== undefined &&
		name !== cliProfile &&
		keys.some(({written}) => written.toLowerCase() === 'credential_process')
			? [printable(name)]
			: [],
	);
	return names.length === 0 ? '' : ` There is a credential_process in ${[...new Set(names)].join(', ')}.`;
}
