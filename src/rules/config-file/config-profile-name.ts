import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-profile-name',
	severity: 'error',
	title: 'The name of the CLI profile needs no quotes.',
	why: 'Blanks, quotes, brackets, # and ; in a name are read differently by each client, or not at all.',
	fix: 'Rename it with letters, digits and _ . @ + - only.',
	source: cliFiles(['CFG-04']),
	examples: {
		fails: '# --profile a b\n[profile a b]\nregion = eu-central-1',
		passes: '# --profile a\n[profile a]\nregion = eu-central-1',
	},
	appliesTo: () => true,
	check: ({cliProfile}) =>
		isSafeProfileName(cliProfile)
			? []
			: [{at: 'cliProfile', message: `"${printable(cliProfile)}" is no name that every client can use.`}],
});

/** True for names that every client takes unquoted: up to 64 letters, digits and `_ . @ + -`. */
export function isSafeProfileName(name: string): boolean {
	return /^[A-Za-z0-9][A-Za-z0-9_.@+-]{0,63}$/.test(name);
}
