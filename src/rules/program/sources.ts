import {userGuide} from '../citation.ts';
import type {Citation} from '../finding.ts';

const READ = '2026-11-22';

/** Cites what the user guide says of the official helper: its flags, its versions and what it runs on. */
export function credentialHelper(facts: readonly string[]): Citation {
	return userGuide('credential-helper', 'Credential helper', READ, facts);
}

/** Cites how Node finds out what it can run, and which releases of it are maintained. */
export function nodeReleases(facts: readonly string[]): Citation {
	return {title: 'Node.js releases', url: 'https://nodejs.org/en/about/previous-releases', read: READ, facts};
}

/** Cites where npx keeps what it runs. */
export function npx(facts: readonly string[]): Citation {
	return {title: 'npm: npx', url: 'https://docs.npmjs.com/cli/commands/npx', read: READ, facts};
}
