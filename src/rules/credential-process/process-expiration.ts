import {printable} from '../../printable.ts';
import type {CredentialProcessSubject} from '../credential-process-subject.ts';
import {defineRule, type Shortcoming} from '../rule.ts';
import {jsonOf} from './output.ts';
import {processProvider} from './sources.ts';

export default defineRule<CredentialProcessSubject>({
	id: 'process-expiration',
	severity: 'error',
	title: 'The JSON of the credential process says when the credentials end, and that is not past.',
	why: 'Clients refuse what has ended: "the refreshed credentials are still expired". Without an end they never ask again, and fail when it comes.',
	fix: "Check this machine's clock, and whether the program prints credentials that it kept for too long.",
	source: processProvider(['CFG-52']),
	examples: {
		fails: 'stdout = {"Version": 1, "Expiration": "2026-05-31T23:59:59Z"}',
		passes: 'stdout = {"Version": 1, "Expiration": "2026-06-01T01:00:00Z"}',
	},
	appliesTo: subject => jsonOf(subject) !== undefined,
	check: subject => wrongWith(jsonOf(subject)?.expiration, subject.at),
});

function wrongWith(expiration: string | undefined, at: Date): readonly Shortcoming[] {
	if (expiration === undefined) {
		return [{at: 'stdout', message: 'The JSON does not say when the credentials end.', severity: 'warning'}];
	}

	const end = new Date(expiration);
	if (!/^\d{4}-\d{2}-\d{2}T/.test(expiration) || Number.isNaN(end.getTime())) {
		return [{at: 'stdout', message: `The end of the credentials is no time in ISO 8601: ${printable(expiration)}.`}];
	}

	return end > at
		? []
		: [{at: 'stdout', message: `By this machine's clock the credentials ended at ${printable(expiration)}.`}];
}
