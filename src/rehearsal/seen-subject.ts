import type {Certificate} from '../pki/certificate/certificate.ts';
import type {RehearsalState, StoredSubject} from './state.ts';
import {newUuid, type World} from './store.ts';

/** How a certificate that proved its identity was received. */
export interface Seen {
	readonly certificate: Certificate;
	/** True when the session was refused all the same. */
	readonly isFailed: boolean;
	/** What the request said about the machine; empty when nothing. */
	readonly instanceProperties: Readonly<Record<string, string>>;
}

/**
 * Notes that a certificate authenticated: there is one subject for each subject name, with an
 * entry for each certificate that was seen under it (fact sheet, API-20 and MON-20).
 */
export function recordSubject(
	state: RehearsalState,
	seen: Seen,
	world: World,
): {readonly state: RehearsalState; readonly subject: StoredSubject} {
	const nameDer = Buffer.from(seen.certificate.subject.der).toString('base64');
	const found = state.subjects.find(subject => subject.nameDer === nameDer);
	const subject = seeAgain(found ?? newSubject(state, seen.certificate, nameDer, world), seen, world.now.toISOString());
	const others = state.subjects.filter(({id}) => id !== subject.id);
	return {
		subject,
		state: {
			...state,
			sequence: Math.max(state.sequence, subject.sequence),
			subjects: [...others, subject].toSorted((one, other) => one.sequence - other.sequence),
		},
	};
}

function newSubject(
	state: RehearsalState,
	{subject}: Certificate,
	nameDer: string,
	{now, randomBytes}: World,
): StoredSubject {
	const at = now.toISOString();
	return {
		id: newUuid(randomBytes),
		sequence: state.sequence + 1,
		createdAt: at,
		updatedAt: at,
		lastSeenAt: at,
		enabled: true,
		x509Subject: subject.text,
		nameDer,
		credentials: [],
		instanceProperties: [],
	};
}

function seeAgain(before: StoredSubject, {certificate, isFailed, instanceProperties}: Seen, at: string): StoredSubject {
	const entry = {
		seenAt: at,
		serialNumber: certificate.serial.decimal,
		issuer: certificate.issuer.text,
		enabled: true,
		x509CertificateData: certificate.toPem(),
		failed: isFailed,
	};
	const properties = {seenAt: at, properties: instanceProperties, failed: isFailed};
	return {
		...before,
		lastSeenAt: at,
		updatedAt: at,
		credentials: [
			...before.credentials.filter(({x509CertificateData}) => x509CertificateData !== entry.x509CertificateData),
			entry,
		],
		instanceProperties: Object.keys(instanceProperties).length === 0 ? before.instanceProperties : [properties],
	};
}
