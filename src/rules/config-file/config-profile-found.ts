import {nearest} from '../../nearest.ts';
import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {meansProfile} from './config-profile-header.ts';
import {othersWithProcess, profileNames} from './other-profiles.ts';
import {lineOf} from './places.ts';
import {fileFormat} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-profile-found',
	severity: 'error',
	title: 'The CLI profile stands in one of the two files.',
	why: 'Clients stop with "The config profile could not be found", or "Could not load credentials".',
	fix: 'Name a CLI profile that there is, with --profile or AWS_PROFILE, or write this one with configure.',
	source: fileFormat(['CFG-01', 'CFG-02']),
	examples: {
		fails: '# --profile bakcup\n[profile backup]\nregion = eu-central-1',
		passes: '# --profile backup\n[profile backup]\nregion = eu-central-1',
	},
	appliesTo: () => true,
	check(files) {
		const {config, credentials, configSections, credentialsSections, cliProfile} = files;
		const isThere = configSections.length > 0 || credentialsSections.length > 0;
		if (isThere || config?.sections.some(({header}) => meansProfile(header, cliProfile))) {
			return [];
		}

		// Of one or two letters any other name would be near.
		const near = cliProfile.length < 3 ? undefined : nearest(cliProfile, profileNames(files));
		const meant = near === undefined ? othersWithProcess(files) : ` ${printable(near)} is much like it.`;
		const file = config ?? credentials;
		return [
			file
				? {at: lineOf(file.path, 1), message: `There is no CLI profile ${printable(cliProfile)}.${meant}`}
				: {at: '', message: `There is no CLI profile ${printable(cliProfile)}, nor a config file that could hold one.`},
		];
	},
});
