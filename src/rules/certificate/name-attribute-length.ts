import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

/** Upper bounds in characters; the common name of an end-entity certificate has a rule of its own. */
const LONGEST: ReadonlyMap<string, number> = new Map([
	['C', 2],
	['CN', 64],
	['O', 64],
	['OU', 64],
	['L', 128],
	['ST', 128],
	['serialNumber', 64],
	['title', 64],
	['emailAddress', 255],
]);

export default defineRule<CertificateInRole>({
	id: 'name-attribute-length',
	severity: 'warning',
	title: 'Every attribute of the subject is as long as X.520 allows.',
	why: 'Strict readers reject longer ones, a country that is not two letters, and empty ones.',
	fix: 'Issue it again with a subject whose attributes are within the bounds.',
	source: rfc5280('A.1', '2026-11-22', ['EE-10', 'EE-15']),
	examples: {fails: 'subject = CN=host,C=USA', passes: 'subject = CN=host,C=US'},
	appliesTo: () => true,
	check: ({certificate: {subject}, role}) =>
		subject.attributes.flatMap(({shortName = '', value}): Shortcoming[] => {
			const longest = LONGEST.get(shortName);
			const hasOwnRule = shortName === 'CN' && role === 'end-entity';
			if (longest === undefined || hasOwnRule) {
				return [];
			}

			const at = `subject.${shortName}`;
			if (shortName === 'C' ? !/^[A-Za-z]{2}$/.test(value) : value === '') {
				return [
					{at, message: `${shortName} is ${quoted(value)}${shortName === 'C' ? ', not two letters' : ', empty'}.`},
				];
			}

			const length = [...value].length;
			return length > longest ? [{at, message: `${shortName} has ${length} characters; ${longest} are allowed.`}] : [];
		}),
});
