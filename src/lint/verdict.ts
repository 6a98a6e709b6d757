import type {CertificateRole} from '../rules/certificate-in-role.ts';
import type {Finding} from '../rules/finding.ts';
import type {LintedFile, LintedItem} from './lint-result.ts';

const ROLES: Readonly<Record<CertificateRole, string>> = {
	anchor: 'a trust anchor',
	issuer: 'an intermediate certificate',
	'end-entity': 'an end-entity certificate',
};

/**
 * A thing in one sentence: what Roles Anywhere would make of it. It says "would refuse" only where the service's words
 * are known, and "breaks the documented rule" everywhere else (design, promise 6).
 */
export function verdictOf({kind, role, findings}: Omit<LintedItem, 'verdict'>): string {
	const errors = findings.filter(({severity}) => severity === 'error');
	const purpose = role ? ` as ${ROLES[role]}` : '';
	const refusal = errors.find(finding => finding.refusal)?.refusal;
	if (refusal) {
		return `Roles Anywhere would refuse this${purpose}: "${refusal.message}".`;
	}

	if (errors.length > 0) {
		return `${capitalised(purpose.trim())}${purpose === '' ? 'This' : ' this'} breaks ${documentedRules(errors)}.`;
	}

	switch (kind) {
		case 'certificate':
			return `Roles Anywhere would accept this${purpose}.`;
		case 'private-key':
			return 'A helper can sign with this key.';
		case 'csr':
			return 'An issuer can sign this request.';
		case 'crl':
			return 'Roles Anywhere would import this list.';
		case 'container':
			return 'What it holds is judged by itself.';
		default:
			return 'Roles Anywhere has no use for this.';
	}
}

/** Everything in one sentence or two. */
export function wholeVerdict(files: readonly LintedFile[], isJudgedTogether: boolean): string {
	const all = files.flatMap(({findings, items}) => [findings, ...items.map(item => item.findings)]);
	const things = files.reduce((sum, {items, listing}) => sum + (listing?.things ?? items.length), 0);
	const errors = all.flat().filter(({severity}) => severity === 'error');
	const alone = isJudgedTogether ? '' : ' There is too much to judge what belongs together: each was judged by itself.';
	if (things === 0 && errors.length === 0) {
		return 'There is nothing here to judge.';
	}

	return errors.length === 0
		? `Nothing here breaks a documented rule.${alone}`
		: `What is here breaks ${documentedRules(errors)}.${alone}`;
}

function documentedRules(errors: readonly Finding[]): string {
	const ids = [...new Set(errors.map(({rule}) => rule))];
	const shown = ids.slice(0, 3).join(', ');
	return ids.length === 1
		? `the documented rule ${shown}`
		: `${ids.length} documented rules: ${shown}${ids.length > 3 ? ' and others' : ''}`;
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
