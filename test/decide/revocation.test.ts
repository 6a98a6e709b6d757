import {describe, expect, test} from 'vitest';
import type {Crl} from '../../src/decide/account-state.ts';
import {decide} from '../../src/decide/decide.ts';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {issueForTest, pki, type TestCertificate, testTime} from '../support/certificates.ts';
import {names, type SessionDiffersBy, sessionForTest} from '../support/decide.ts';
import {type CrlFields, listRevoked} from '../support/hierarchy.ts';

/** A list by the key of a certificate, of certificates by their serial numbers. */
function listBy(signer: TestCertificate, revoked: readonly TestCertificate[], differs: Partial<CrlFields> = {}) {
	const {privateKey, certificate} = signer;
	return listRevoked({
		issuer: certificate.subject.der,
		signer: {privateKey, spki: certificate.publicKey.der, identifier: Uint8Array.of(1)},
		revoked: revoked.map(({certificate: {serial}}) => ({serial: serial.octets, reason: 1})),
		...differs,
	});
}

function imported(data: Uint8Array, differs: Partial<Crl> = {}): Crl {
	return {
		arn: names.anchor.replace('trust-anchor', 'crl'),
		isEnabled: true,
		trustAnchorArn: names.anchor,
		data,
		...differs,
	};
}

async function decideWith(crls: readonly Crl[], differs: SessionDiffersBy = {}) {
	const {request, account} = await sessionForTest({...differs, account: {crls}});
	return decide(request, account, testTime);
}

const revoked = {
	outcome: 'refused',
	stage: 'revocation',
	refusal: {status: 403, code: 'AccessDeniedException', message: 'Certificate revoked'},
	findings: [{rule: 'path-revoked', refusal: {message: 'Certificate revoked'}}],
};

describe('a session is refused as revoked (fact sheet, ERR-04)', () => {
	test('when an enabled list of the issuer names the certificate', async () => {
		const {issuing, endEntity} = await pki();
		const list = listBy(issuing, [endEntity]);
		const decision = await decideWith([imported(list)]);
		expect(decision).toMatchObject(revoked);
		expect(JSON.stringify(decision)).toContain('was revoked at 2026-05-20T00:00:00Z (keyCompromise)');
		expect(await decideWith([imported(Buffer.from(encodePem('X509 CRL', list)))])).toMatchObject(revoked);
	});

	test('when the issuer is the anchor, and when a list names an intermediate', async () => {
		const {root, issuing, directEndEntity} = await pki();
		const direct = {request: {certificate: directEndEntity.der, chain: []}};
		expect(await decideWith([imported(listBy(root, [directEndEntity]))], direct)).toMatchObject(revoked);
		expect(await decideWith([imported(listBy(root, [issuing]))])).toMatchObject(revoked);
	});

	test('by a list that has expired, and by either of two', async () => {
		const {root, issuing, endEntity} = await pki();
		const old = {nextUpdate: new Date('2026-05-26T00:00:00Z')};
		expect(await decideWith([imported(listBy(issuing, [endEntity], old))])).toMatchObject(revoked);
		const other = await issueForTest();
		expect(
			await decideWith([imported(listBy(root, [other])), imported(listBy(issuing, [other, endEntity]))]),
		).toMatchObject(revoked);
	});

	test('before the profile is looked at, and after what the certificate is', async () => {
		const {issuing, endEntity} = await pki();
		const crls = [imported(listBy(issuing, [endEntity]))];
		expect(await decideWith(crls, {profile: {isEnabled: false}})).toMatchObject(revoked);
		const late = await issueForTest({notAfter: new Date('2026-05-31T00:00:00Z')});
		expect(await decideWith([imported(listBy(issuing, [late]))], {request: {certificate: late.der}})).toMatchObject({
			stage: 'end-entity',
		});
	});
});

describe('a session is not refused for a list', () => {
	test('that is disabled, or imported for another anchor', async () => {
		const {issuing, endEntity} = await pki();
		const list = listBy(issuing, [endEntity]);
		const elsewhere = names.anchor.replace('11111111', '99999999');
		expect(await decideWith([imported(list, {isEnabled: false})])).toMatchObject({outcome: 'allowed'});
		expect(await decideWith([imported(list, {trustAnchorArn: elsewhere})])).toMatchObject({outcome: 'allowed'});
	});

	test('that names others, that its issuer did not sign, or that cannot be read', async () => {
		const {root, issuing, endEntity} = await pki();
		const other = await issueForTest();
		const lists = [
			listBy(issuing, [other]),
			listBy(issuing, [endEntity], {isBroken: true}),
			listBy(root, [endEntity]),
			listBy(root, [endEntity], {issuer: issuing.certificate.subject.der}),
			Uint8Array.of(0x30, 0),
			Buffer.from('no list'),
		];
		expect(await decideWith(lists.map(list => imported(list)))).toMatchObject({outcome: 'allowed'});
	});

	test('whose signer may not sign lists', async () => {
		const issuer = await issueForTest({role: 'issuer', keyUsage: ['keyCertSign']});
		const host = await issueForTest({signedBy: issuer});
		const request = {request: {certificate: host.der, chain: [issuer.der]}};
		expect(await decideWith([imported(listBy(issuer, [host]))], request)).toMatchObject({outcome: 'allowed'});
	});
});
