import type {TrustAnchorDetail} from '../../aws/roles-anywhere-shapes.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import {isSameSubject} from '../../pki/names/same-subject.ts';
import {printable} from '../../printable.ts';
import type {Change} from '../change.ts';
import type {Intent} from '../journal.ts';
import {fingerprintsOf} from '../known.ts';
import {defineResource, gone, keep, type PlanContext, type ResourcePlan} from '../resource.ts';
import {awsGoalOf, type Specification} from '../specification.ts';
import {isTagged} from '../tags.ts';
import {
	anchorFacts,
	certificatesOfAnchor,
	creation,
	enabling,
	fingerprintsOfAnchor,
	replacement,
} from '../trust-anchor-changes.ts';

const KIND = 'trust anchor';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {specification, reader, journal, known} = context;
		if (!specification.aws) {
			return {};
		}

		const {name} = specification.aws.trustAnchor;
		const anchors = await reader.rolesAnywhere.listTrustAnchors();
		const mine = anchors.find(({arn}) => arn === journal.find(KIND, name)?.after['arn']);
		if (mine) {
			return planMine(mine, context);
		}

		const wanted = known.anchorCertificates && fingerprintsOf(known.anchorCertificates);
		const reusable = anchors
			.filter(anchor => fingerprintsOfAnchor(anchor) === wanted)
			.toSorted((one, other) => rank(other, name) - rank(one, name))[0];
		if (wanted !== undefined && reusable) {
			return planReuse(reusable, context);
		}

		const isNameTaken = anchors.some(anchor => anchor.name === name);
		return {
			changes: [creation(name, known)],
			warnings: [
				...(isNameTaken
					? [`Another trust anchor is called "${name}" too; it has another certificate and is left alone.`]
					: []),
				...staleWarnings(specification, anchors),
			],
		};
	},

	async recover(intent, {reader, journal}) {
		const anchors = await reader.rolesAnywhere.listTrustAnchors();
		if (intent.action !== 'create') {
			const anchor = anchors.find(({arn}) => arn === intent.goal['arn']);
			return anchor && isAsIntended(anchor, intent) ? anchorFacts(anchor) : undefined;
		}

		for (const anchor of anchors) {
			if (anchor.name === intent.name && (await isTagged(anchor.arn, {reader, journal}))) {
				return anchorFacts(anchor);
			}
		}

		return undefined;
	},

	async planUndo({name, isMade, after}, {setup, reader}) {
		const anchor = (await reader.rolesAnywhere.listTrustAnchors()).find(({arn}) => arn === after['arn']);
		if (!anchor) {
			return gone();
		}

		const users = await reader.setupsThatUse(anchor.arn, setup);
		if (users.length > 0) {
			return keep(
				`it is used by the ${users.length === 1 ? 'set-up' : 'set-ups'} ${users.map(printable).join(', ')} too`,
			);
		}

		if (!isMade) {
			return {
				action: 'restore',
				note: `${name} is disabled again, as it was`,
				calls: ['rolesanywhere:DisableTrustAnchor'],
				async apply(writer) {
					await writer.rolesAnywhere.disableTrustAnchor(anchor.id);
				},
			};
		}

		if (fingerprintsOfAnchor(anchor) !== after['fingerprints']) {
			return keep('its certificates were changed since');
		}

		return {
			action: 'delete',
			note: anchor.arn,
			calls: ['rolesanywhere:DeleteTrustAnchor'],
			async apply(writer) {
				await writer.rolesAnywhere.deleteTrustAnchor(anchor.id);
			},
		};
	},
});

/** Trust anchors with another certificate of the same subject (CA-18). */
function staleWarnings({issuer}: Specification, anchors: readonly TrustAnchorDetail[]): readonly string[] {
	const isSame = ({subject}: Certificate) =>
		issuer?.source === 'new'
			? isSameSubject(issuer.subject, subject)
			: issuer?.certificates.some(certificate => Buffer.compare(certificate.subject.der, subject.der) === 0);
	return anchors
		.filter(anchor => certificatesOfAnchor(anchor)?.some(isSame))
		.map(
			({arn}) =>
				`The trust anchor ${arn} holds another certificate with the same subject. Certificates of one authority can be taken for those of the other, and be refused; delete it once it is out of use.`,
		);
}

function planMine(anchor: TrustAnchorDetail, {known, specification}: PlanContext): ResourcePlan {
	const {name} = awsGoalOf(specification).trustAnchor;
	const wanted = known.anchorCertificates && fingerprintsOf(known.anchorCertificates);
	const changes: Change[] = [];
	if (fingerprintsOfAnchor(anchor) !== wanted || anchor.name !== name) {
		changes.push(replacement(anchor, known, name));
	}

	if (!anchor.isEnabled) {
		changes.push(enabling(anchor, name));
	}

	return {
		changes,
		unchanged: changes.length === 0 ? [{kind: KIND, name, note: 'already there'}] : [],
		known: {...known, trustAnchorArn: anchor.arn},
	};
}

function planReuse(anchor: TrustAnchorDetail, {known, specification}: PlanContext): ResourcePlan {
	const {name} = awsGoalOf(specification).trustAnchor;
	return {
		changes: anchor.isEnabled ? [] : [enabling(anchor, name)],
		unchanged: anchor.isEnabled
			? [{kind: KIND, name: anchor.name, note: `has this certificate already and is used as it is: ${anchor.arn}`}]
			: [],
		known: {...known, trustAnchorArn: anchor.arn},
	};
}

/** The better of several that hold the same certificate: enabled, then of the same name. */
function rank(anchor: TrustAnchorDetail, name: string): number {
	return (anchor.isEnabled ? 2 : 0) + (anchor.name === name ? 1 : 0);
}

function isAsIntended(anchor: TrustAnchorDetail, {goal}: Intent): boolean {
	return goal['enabled'] === undefined ? fingerprintsOfAnchor(anchor) === goal['fingerprints'] : anchor.isEnabled;
}
