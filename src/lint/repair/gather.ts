import {type Intake, takeIn} from '../../pki/intake/intake.ts';
import {openContainers} from '../../pki/intake/open-container.ts';
import {isPrivateKey, privateKeyFacts} from '../../pki/intake/private-key-facts.ts';
import type {CertificateRole} from '../../rules/certificate-in-role.ts';
import {FileSet} from '../../rules/file-set.ts';
import {likelyRole} from '../../rules/roles.ts';
import type {GivenThing} from '../../rules/thing-in-set.ts';
import type {LintInput} from '../lint-result.ts';
import {readItem} from '../read-item.ts';

/** What a repair starts from. */
export interface GatherOptions {
	/** What every certificate is for; told from its content unless given. */
	readonly as?: CertificateRole;
	/** Opens bundles and keys. */
	readonly passphrase?: string;
}

/** Takes in files with everything in them opened that opens, and finds out what belongs together. */
export async function gather(inputs: readonly LintInput[], options: GatherOptions): Promise<FileSet> {
	const things: GivenThing[] = [];
	for (const {path, bytes, intake} of inputs) {
		const {items} =
			intake && isOpened(intake) ? intake : await openContainers(intake ?? takeIn(bytes), options.passphrase);
		things.push(...items.map((item, index) => givenThing({path, index, item}, options)));
	}

	return new FileSet(things);
}

/** True when the contents of its bundle stand beside the bundle: opening it again would give everything twice. */
function isOpened({items}: Intake): boolean {
	return items.some(({source}) => source.some(name => name.startsWith('PKCS#12')));
}

function givenThing(place: Pick<GivenThing, 'path' | 'index' | 'item'>, {as, passphrase}: GatherOptions): GivenThing {
	const {item, path} = place;
	if (isPrivateKey(item)) {
		return {...place, key: privateKeyFacts(item, passphrase)};
	}

	const {certificate, crl, requestedKey} = readItem(item, {path});
	return {
		...place,
		...(certificate && {certificate, role: as ?? likelyRole(certificate)}),
		...(crl && {crl}),
		...(requestedKey && {requestedKey}),
	};
}
