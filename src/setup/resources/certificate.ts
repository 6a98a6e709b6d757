import {printable} from '../../printable.ts';
import type {Change} from '../change.ts';
import type {Facts} from '../journal.ts';
import {conflict} from '../known.ts';
import {defineResource, gone, keep, type PlanContext, type ResourcePlan} from '../resource.ts';
import {isSameSubject} from '../same-subject.ts';
import type {EndEntityGoal, IssuerGoal} from '../specification.ts';
import type {StoredEndEntity} from '../world.ts';

const KIND = 'certificate';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {specification, reader, known} = context;
		const {endEntity, issuer} = specification;
		if (endEntity.source === 'existing') {
			const {certificate, files} = endEntity;
			return {
				unchanged: [{kind: KIND, name: files.certificate, note: 'used as it is'}],
				known: {...known, endEntity: {certificate, files}},
			};
		}

		const found = await reader.keys.findEndEntity(endEntity.name);
		if (found) {
			return planFound(endEntity, found, context);
		}

		const hasChain = issuer.source === 'new' && issuer.withIssuing;
		return {changes: [creation(endEntity, issuer, reader.keys.filesOfEndEntity(endEntity.name, hasChain))]};
	},

	async recover({name}, {reader}) {
		const found = await reader.keys.findEndEntity(name);
		return found && factsOf(found);
	},

	async planUndo({name, after}, {reader}, {deletesKeys}) {
		const found = await reader.keys.findEndEntity(name);
		if (!found) {
			return gone();
		}

		if (!deletesKeys) {
			return keep(`it and its key stay in ${found.folder}; --delete-keys removes them`);
		}

		if (found.certificate.fingerprint !== after['fingerprint']) {
			return keep('another certificate has taken its place since');
		}

		return {
			action: 'delete',
			note: `with its key: ${found.folder}`,
			calls: [],
			async apply(writer) {
				await writer.keys.removeEndEntity(name);
			},
		};
	},
});

function planFound(
	endEntity: EndEntityGoal & {readonly source: 'new'},
	found: StoredEndEntity,
	{known, specification}: PlanContext,
): ResourcePlan {
	const {certificate, files, folder} = found;
	if (!isSameSubject(endEntity.subject, certificate.subject)) {
		throw conflict(
			`The certificate in ${folder} is for another subject: ${printable(certificate.subject.text)}.`,
			'Choose another name with --certificate-name',
		);
	}

	const [anchor] = known.anchorCertificates ?? [];
	const hasIssuing = specification.issuer.source === 'new' && specification.issuer.withIssuing;
	if (!anchor || (!hasIssuing && Buffer.compare(certificate.issuer.der, anchor.subject.der) !== 0)) {
		throw conflict(
			`The certificate in ${folder} comes from another issuer: ${printable(certificate.issuer.text)}.`,
			'Choose another name with --certificate-name',
			'Or name its issuer with --issuer-name and --issuer-subject',
		);
	}

	return {
		unchanged: [{kind: KIND, name: endEntity.name, note: 'already there'}],
		known: {...known, endEntity: {certificate, files}},
	};
}

function creation(
	endEntity: EndEntityGoal & {readonly source: 'new'},
	issuer: IssuerGoal,
	files: Change['files'],
): Change {
	const names = [...endEntity.dns, ...endEntity.uri, ...endEntity.ip, ...endEntity.email];
	return {
		kind: KIND,
		name: endEntity.name,
		action: 'create',
		details: [
			{what: 'subject', after: printable(endEntity.subject)},
			...(names.length === 0 ? [] : [{what: 'other names', after: names.map(printable).join(', ')}]),
			{what: 'key', after: endEntity.algorithm},
			{what: 'valid for', after: `${endEntity.days} days at most`},
		],
		calls: [],
		files,
		goal: () => ({}),
		async apply(writer, known) {
			const made = await writer.keys.issue(endEntity, issuer);
			return {
				known: {...known, endEntity: {certificate: made.certificate, files: made.files}},
				facts: factsOf(made),
			};
		},
	};
}

function factsOf({certificate, folder}: StoredEndEntity): Facts {
	return {fingerprint: certificate.fingerprint, subject: certificate.subject.text, folder};
}
