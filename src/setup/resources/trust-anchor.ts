import type {TrustAnchorDetail} from '../../aws/roles-anywhere-shapes.ts';
import {ExpectedError} from '../../errors.ts';
import {loadCertificates} from '../../pki/load.ts';
import {printable} from '../../printable.ts';
import {type Change, KNOWN_AFTER_APPLY} from '../change.ts';
import type {Facts, Intent} from '../journal.ts';
import {fingerprintsOf, type Known, must, toAnchorPem} from '../known.ts';
import {defineResource, gone, keep, type PlanContext, type ResourcePlan} from '../resource.ts';
import {isTagged} from '../tags.ts';
import type {Writer} from '../world.ts';

const KIND = 'trust anchor';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {specification, reader, journal, known} = context;
		const {name} = specification.trustAnchor;
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
			warnings: isNameTaken
				? [`Another trust anchor is called "${name}" too; it has another certificate and is left alone.`]
				: [],
		};
	},

	async recover(intent, {reader, journal}) {
		const anchors = await reader.rolesAnywhere.listTrustAnchors();
		if (intent.action !== 'create') {
			const anchor = anchors.find(({arn}) => arn === intent.goal['arn']);
			return anchor && isAsIntended(anchor, intent) ? factsOf(anchor) : undefined;
		}

		for (const anchor of anchors) {
			if (anchor.name === intent.name && (await isTagged(anchor.arn, {reader, journal}))) {
				return factsOf(anchor);
			}
		}

		return undefined;
	},

	async planUndo({name, isMade, after}, {reader}) {
		const anchor = (await reader.rolesAnywhere.listTrustAnchors()).find(({arn}) => arn === after['arn']);
		if (!anchor) {
			return gone();
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

function planMine(anchor: TrustAnchorDetail, {known, specification}: PlanContext): ResourcePlan {
	const {name} = specification.trustAnchor;
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
	const {name} = specification.trustAnchor;
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

function creation(name: string, {anchorCertificates}: Known): Change {
	return {
		kind: KIND,
		name,
		action: 'create',
		details: [
			{what: 'certificate', after: describe(anchorCertificates)},
			{what: 'enabled', after: 'yes'},
		],
		calls: ['rolesanywhere:CreateTrustAnchor'],
		files: [],
		goal: known => ({fingerprints: fingerprintsOf(must(known, 'anchorCertificates'))}),
		async apply(writer, known) {
			const certificates = toAnchorPem(must(known, 'anchorCertificates'));
			const made = await writer.rolesAnywhere.createTrustAnchor({name, certificates}, writer.tags);
			const anchor = await enabled(made, writer);
			return {known: {...known, trustAnchorArn: anchor.arn}, facts: factsOf(anchor)};
		},
	};
}

function replacement(anchor: TrustAnchorDetail, {anchorCertificates}: Known, name: string): Change {
	return {
		kind: KIND,
		name,
		action: 'update',
		details: [
			{
				what: 'certificate',
				before: `SHA-256 ${fingerprintsOfAnchor(anchor) ?? 'unreadable'}`,
				after: describe(anchorCertificates),
			},
			...(anchor.name === name ? [] : [{what: 'name', before: printable(anchor.name), after: name}]),
		],
		calls: ['rolesanywhere:UpdateTrustAnchor'],
		files: [],
		before: factsOf(anchor),
		goal: known => ({arn: anchor.arn, fingerprints: fingerprintsOf(must(known, 'anchorCertificates'))}),
		async apply(writer, known) {
			const certificates = toAnchorPem(must(known, 'anchorCertificates'));
			const updated = await writer.rolesAnywhere.updateTrustAnchor(anchor.id, {name, certificates});
			return {known: {...known, trustAnchorArn: updated.arn}, facts: factsOf(updated)};
		},
	};
}

function enabling(anchor: TrustAnchorDetail, name: string): Change {
	return {
		kind: KIND,
		name,
		action: 'update',
		details: [{what: 'enabled', before: 'no', after: 'yes'}],
		calls: ['rolesanywhere:EnableTrustAnchor'],
		files: [],
		before: factsOf(anchor),
		goal: () => ({arn: anchor.arn, enabled: 'yes'}),
		async apply(writer, known) {
			const updated = await enabled(anchor, writer);
			return {known: {...known, trustAnchorArn: updated.arn}, facts: factsOf(updated)};
		},
	};
}

/** The service does not document what it makes of `enabled`, so its answer is believed, not the request (API-10). */
async function enabled(anchor: TrustAnchorDetail, writer: Writer): Promise<TrustAnchorDetail> {
	if (anchor.isEnabled) {
		return anchor;
	}

	const again = await writer.rolesAnywhere.enableTrustAnchor(anchor.id);
	if (!again.isEnabled) {
		throw new ExpectedError('AWS_REFUSED', `The trust anchor ${anchor.arn} stays disabled.`, {
			next: ['Enable it in the console, then run the same command again'],
		});
	}

	return again;
}

function isAsIntended(anchor: TrustAnchorDetail, {goal}: Intent): boolean {
	return goal['enabled'] === undefined ? fingerprintsOfAnchor(anchor) === goal['fingerprints'] : anchor.isEnabled;
}

function factsOf(anchor: TrustAnchorDetail): Facts {
	return {
		arn: anchor.arn,
		fingerprints: fingerprintsOfAnchor(anchor) ?? '',
		enabled: anchor.isEnabled ? 'yes' : 'no',
	};
}

/** Undefined for anchors of other kinds, and for certificates that nobody can read. */
function fingerprintsOfAnchor({certificates}: TrustAnchorDetail): string | undefined {
	try {
		return certificates === undefined
			? undefined
			: fingerprintsOf(loadCertificates(Buffer.from(certificates), 'the trust anchor'));
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}

function describe(certificates: Known['anchorCertificates']): string {
	return certificates === undefined
		? KNOWN_AFTER_APPLY
		: certificates.map(({subject, fingerprint}) => `${printable(subject.text)}, SHA-256 ${fingerprint}`).join('; ');
}
