import type {KeyAlgorithm} from '../../pki/keys/algorithm.ts';
import type {AlternativeNames} from '../../pki/names/alternative-names.ts';
import {isSameSubject} from '../../pki/names/same-subject.ts';
import {printable} from '../../printable.ts';
import {type Change, RSA_NOTE} from '../change.ts';
import type {Facts} from '../journal.ts';
import {ageOf, missedBy} from '../kept-certificate.ts';
import {conflict, type EndEntityFiles} from '../known.ts';
import {defineResource, gone, keep, type PlanContext, type ResourcePlan} from '../resource.ts';
import type {IssuerGoal, NewEndEntity, SignedEndEntity} from '../specification.ts';
import type {StoredEndEntity} from '../world.ts';

const KIND = 'certificate';

/** Marks in the journal a certificate whose key another machine keeps. */
const ELSEWHERE = 'elsewhere';

type MadeHere = NewEndEntity | SignedEndEntity;

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {specification, reader, known} = context;
		const {endEntity, issuer} = specification;
		if (!endEntity || endEntity.source === 'requested') {
			return {};
		}

		if (endEntity.source === 'existing') {
			const {certificate, files} = endEntity;
			return {
				unchanged: [{kind: KIND, name: files.certificate, note: 'used as it is'}],
				known: {...known, endEntity: {certificate, files}},
			};
		}

		if (!issuer) {
			throw new Error('a certificate is to be made, and no issuer is there');
		}

		const found = await reader.keys.findEndEntity(endEntity.name);
		if (found) {
			return planFound(endEntity, found, context);
		}

		await reader.keys.requireKeyOf(issuer);
		const which = {hasChain: issuer.source === 'new' && issuer.withIssuing, hasKey: endEntity.source === 'new'};
		return {changes: [creation(endEntity, issuer, reader.keys.filesOfEndEntity(endEntity.name, which))]};
	},

	async recover({name, goal}, {reader}) {
		const found = await reader.keys.findEndEntity(name);
		return found && factsOf(found, goal['key'] === ELSEWHERE);
	},

	async planUndo({name, after}, {reader}, {deletesKeys}) {
		const found = await reader.keys.findEndEntity(name);
		if (!found) {
			return gone();
		}

		const isKeyElsewhere = after['key'] === ELSEWHERE;
		if (!deletesKeys) {
			return keep(
				isKeyElsewhere
					? `it stays in ${found.folder}; --delete-keys removes it`
					: `it and its key stay in ${found.folder}; --delete-keys removes them`,
			);
		}

		if (found.certificate.fingerprint !== after['fingerprint']) {
			return keep('another certificate has taken its place since');
		}

		return {
			action: 'delete',
			note: isKeyElsewhere ? found.folder : `with its key: ${found.folder}`,
			calls: [],
			async apply(writer) {
				await writer.keys.removeEndEntity(name, {keepsKey: isKeyElsewhere});
			},
		};
	},
});

function planFound(endEntity: MadeHere, found: StoredEndEntity, {known, specification}: PlanContext): ResourcePlan {
	const {certificate, folder} = found;
	requireAsked(endEntity, found);
	const [anchor] = known.anchorCertificates ?? [];
	const hasIssuing = specification.issuer?.source === 'new' && specification.issuer.withIssuing;
	if (!anchor || (!hasIssuing && Buffer.compare(certificate.issuer.der, anchor.subject.der) !== 0)) {
		throw conflict(
			`The certificate in ${folder} comes from another issuer: ${printable(certificate.issuer.text)}.`,
			'Choose another name with --certificate-name',
			'Name its issuer with --issuer-name and --issuer-subject',
		);
	}

	const age = ageOf(certificate, specification.at);
	const renewal = `For a new one, move it away, then run this again: mv "${folder}" "${folder}.old"`;
	if (age === 'expired') {
		throw conflict(
			`The certificate in ${folder} expired at ${certificate.validity.notAfter.toISOString()}.`,
			renewal,
			'Choose another name with --certificate-name',
		);
	}

	const missed = missedBy(certificate, {...wantedOf(endEntity), days: endEntity.days});
	return {
		unchanged: [{kind: KIND, name: endEntity.name, note: 'already there'}],
		known: {...known, endEntity: {certificate, files: filesOf(endEntity, found)}},
		warnings: [
			...(missed.length === 0
				? []
				: [`The certificate in ${folder} is kept, without ${missed.join(' and ')}. ${renewal}`]),
			...(age === 'fresh'
				? []
				: [`The certificate in ${folder} ends at ${certificate.validity.notAfter.toISOString()}. ${renewal}`]),
		],
	};
}

/** What is there under the name must be what was asked for, not another's. */
function requireAsked(endEntity: MadeHere, {certificate, folder}: StoredEndEntity): void {
	if (endEntity.source === 'csr' && Buffer.compare(endEntity.request.publicKey.der, certificate.publicKey.der) !== 0) {
		throw conflict(
			`The certificate in ${folder} is for another key than the request in ${printable(endEntity.file)}.`,
			'Choose another name with --certificate-name',
		);
	}

	if (endEntity.source === 'new' && !isSameSubject(endEntity.subject, certificate.subject)) {
		throw conflict(
			`The certificate in ${folder} is for another subject: ${printable(certificate.subject.text)}.`,
			'Choose another name with --certificate-name',
		);
	}
}

function wantedOf(endEntity: MadeHere): {readonly algorithm?: KeyAlgorithm; readonly names: AlternativeNames} {
	if (endEntity.source === 'csr') {
		return {names: endEntity.request.alternativeNames};
	}

	const {algorithm, dns, uri, ip, email} = endEntity;
	return {algorithm, names: {dns, uri, ip, email}};
}

/** Another machine keeps the key of a request, so there is none to name. */
function filesOf({source}: MadeHere, {files: {privateKey, ...others}}: StoredEndEntity): EndEntityFiles {
	return source === 'csr' ? others : {...others, ...(privateKey !== undefined && {privateKey})};
}

function creation(endEntity: MadeHere, issuer: IssuerGoal, files: Change['files']): Change {
	const isSigned = endEntity.source === 'csr';
	const {names} = wantedOf(endEntity);
	const others = [names.dns, names.uri, names.ip, names.email].flatMap(kind => kind ?? []);
	return {
		kind: KIND,
		name: endEntity.name,
		action: 'create',
		details: [
			{what: 'subject', after: printable(isSigned ? endEntity.request.subject.text : endEntity.subject)},
			...(others.length === 0 ? [] : [{what: 'other names', after: others.map(printable).join(', ')}]),
			{what: 'key', after: isSigned ? `that of ${printable(endEntity.file)}` : endEntity.algorithm},
			...(isSigned && endEntity.request.notGranted.length > 0
				? [{what: 'asked for and not granted', after: endEntity.request.notGranted.join(', ')}]
				: []),
			{what: 'valid for', after: `${endEntity.days} days at most`},
		],
		calls: [],
		files,
		goal: () => (isSigned ? {key: ELSEWHERE} : {}),
		async apply(writer, known, doing) {
			if (!isSigned && endEntity.algorithm.startsWith('rsa')) {
				doing(RSA_NOTE);
			}

			const made = isSigned ? await writer.keys.sign(endEntity, issuer) : await writer.keys.issue(endEntity, issuer);
			return {
				known: {...known, endEntity: {certificate: made.certificate, files: filesOf(endEntity, made)}},
				facts: factsOf(made, isSigned),
			};
		},
	};
}

function factsOf({certificate, folder}: StoredEndEntity, isKeyElsewhere: boolean): Facts {
	return {
		fingerprint: certificate.fingerprint,
		subject: certificate.subject.text,
		folder,
		...(isKeyElsewhere && {key: ELSEWHERE}),
	};
}
