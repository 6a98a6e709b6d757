import {isSameSubject} from '../../pki/names/same-subject.ts';
import {issuingSubjectOf} from '../../pki/names/subject.ts';
import {namesakeWarnings} from '../../pki/store/namesakes.ts';
import {printable} from '../../printable.ts';
import {type Change, RSA_NOTE} from '../change.ts';
import type {Facts} from '../journal.ts';
import {missedBy} from '../kept-certificate.ts';
import {conflict} from '../known.ts';
import {defineResource, gone, keep, type PlanContext, type ResourcePlan} from '../resource.ts';
import type {IssuerGoal} from '../specification.ts';
import type {StoredIssuer} from '../world.ts';

const KIND = 'issuer';

export default defineResource({
	kind: KIND,

	async plan({specification: {issuer}, reader, known}) {
		if (!issuer) {
			return {};
		}

		if (issuer.source === 'existing') {
			return {
				unchanged: [{kind: KIND, name: issuer.file, note: 'used as it is'}],
				known: {...known, anchorCertificates: issuer.certificates, anchorFile: issuer.file},
			};
		}

		const found = await reader.keys.findIssuer(issuer.name);
		return found
			? planFound(issuer, found, known)
			: {
					changes: [creation(issuer, reader.keys.filesOfIssuer(issuer.name, issuer.withIssuing))],
					warnings: namesakeWarnings(issuer.subject, await reader.keys.issuersOf(issuer.subject)),
				};
	},

	async recover({name}, {reader}) {
		const found = await reader.keys.findIssuer(name);
		return found && factsOf(found);
	},

	async planUndo({name, after}, {reader, journal}, {deletesKeys}) {
		const found = await reader.keys.findIssuer(name);
		if (!found) {
			return gone();
		}

		if (!deletesKeys) {
			return keep(`its keys stay in ${found.folder}; --delete-keys removes them`);
		}

		if (found.anchor.fingerprint !== after['fingerprint']) {
			return keep('another issuer has taken its name');
		}

		const ours = new Set(journal.everKnown('certificate').map(({subject}) => subject));
		const others = found.issuedTo.filter(subject => !ours.has(subject));
		if (others.length > 0) {
			return keep(`it issued certificates to others too: ${[...new Set(others)].map(printable).join('; ')}`);
		}

		return {
			action: 'delete',
			note: `with its keys: ${found.folder}`,
			calls: [],
			async apply(writer) {
				await writer.keys.removeIssuer(name);
			},
		};
	},
});

function planFound(
	issuer: IssuerGoal & {readonly source: 'new'},
	found: StoredIssuer,
	known: PlanContext['known'],
): ResourcePlan {
	if (!isSameSubject(issuer.subject, found.anchor.subject)) {
		throw conflict(
			`The issuer ${issuer.name} in ${found.folder} is another one: ${printable(found.anchor.subject.text)}.`,
			'Choose another name with --issuer-name',
			`Use that one: --issuer-subject "${printable(found.anchor.subject.text)}"`,
		);
	}

	const missed = missedBy(found.anchor, {algorithm: issuer.algorithm, days: issuer.days});
	return {
		unchanged: [{kind: KIND, name: issuer.name, note: 'already there'}],
		warnings: missed.map(
			what => `The issuer in ${found.folder} is kept, without ${what}. Choose another name with --issuer-name`,
		),
		known: {...known, anchorCertificates: [found.anchor], anchorFile: found.anchorFile},
	};
}

function creation(
	issuer: IssuerGoal & {readonly source: 'new'},
	files: ReturnType<PlanContext['reader']['keys']['filesOfIssuer']>,
): Change {
	return {
		kind: KIND,
		name: issuer.name,
		action: 'create',
		details: [
			{what: 'subject', after: printable(issuer.subject)},
			...(issuer.withIssuing ? [{what: 'issuing subject', after: printable(issuingSubjectOf(issuer.subject))}] : []),
			{what: 'key', after: issuer.algorithm},
			{what: 'valid for', after: `${issuer.days} days`},
		],
		calls: [],
		files,
		goal: () => ({}),
		async apply(writer, known, doing) {
			if (issuer.algorithm.startsWith('rsa')) {
				doing(RSA_NOTE);
			}

			const made = await writer.keys.createIssuer(issuer);
			return {known: {...known, anchorCertificates: [made.anchor], anchorFile: made.anchorFile}, facts: factsOf(made)};
		},
	};
}

function factsOf({anchor, folder}: StoredIssuer): Facts {
	return {fingerprint: anchor.fingerprint, folder};
}
