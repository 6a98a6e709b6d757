import endEntity from '../../../templates/certificates/end-entity.json' with {type: 'json'};
import issuing from '../../../templates/certificates/issuing.json' with {type: 'json'};
import root from '../../../templates/certificates/root.json' with {type: 'json'};
import {KEY_USAGES, type KeyUsage} from '../certificate/certificate.ts';

/** What certificates of one kind have in common; data under `templates/certificates/`. */
export interface CertificateTemplate {
	readonly role: 'issuer' | 'end-entity';
	/** Validity where none is asked for. */
	readonly days: number;
	/** How many issuers may stand below this one; absent for end-entity certificates. */
	readonly pathLength?: number;
	readonly keyUsage: readonly KeyUsage[];
	/** OIDs; the extension is left out when there are none. */
	readonly extendedKeyUsage: readonly string[];
}

/** The templates, checked once when they are loaded. */
export const certificateTemplates = {
	/** A root, which stands alone unless an issuing CA is made with it. */
	root: readTemplate(root),
	/** An issuer below a root. */
	issuing: readTemplate(issuing),
	endEntity: readTemplate(endEntity),
};

interface TemplateData {
	readonly role: string;
	readonly days: number;
	readonly pathLength?: number;
	readonly keyUsage: readonly string[];
	readonly extendedKeyUsage: readonly string[];
}

function readTemplate(data: TemplateData): CertificateTemplate {
	const {role, keyUsage} = data;
	if (role !== 'issuer' && role !== 'end-entity') {
		throw new Error(`a certificate template has the role ${role}`);
	}

	return {...data, role, keyUsage: keyUsage.map(readKeyUsage)};
}

function readKeyUsage(name: string): KeyUsage {
	const usage = KEY_USAGES.find(known => known === name);
	if (usage === undefined) {
		throw new Error(`a certificate template has the key usage ${name}`);
	}

	return usage;
}
