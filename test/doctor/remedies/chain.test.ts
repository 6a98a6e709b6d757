import {describe, expect, test} from 'vitest';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {fileWith, keyOf, machineForTest} from '../../support/broken-machine.ts';
import {issueForTest, pki} from '../../support/certificates.ts';
import {names} from '../../support/decide.ts';
import {remedyOf} from '../../support/remedy-of.ts';

const anchorOf = async (pem: string, arn: string = names.anchor) => {
	const {account} = await machineForTest();
	const named = account.trustAnchor.state === 'seen' ? account.trustAnchor.value : undefined;
	if (!named) {
		throw new Error('there is one');
	}

	return {...named, arn, id: arn.split('/').at(-1) ?? '', certificates: pem};
};

const OTHER = names.anchor.replace('11111111', '99999999');

describe('a path reaches the trust anchor again', () => {
	test('by the intermediate that lies in another file', async () => {
		const {issuing} = await pki();
		const evidence = await machineForTest({
			files: {intermediates: {state: 'absent'}, nearby: [fileWith('/srv/issuing.pem', issuing.pem)]},
		});
		const {commands, mend} = remedyOf('path-issuer-present', evidence);
		expect(commands).toEqual([expect.stringContaining(' --intermediates /srv/issuing.pem ')]);
		expect(mend).toMatchObject({kind: 'configure', flags: {intermediates: '/srv/issuing.pem'}});
	});

	test('by certificates that lie among others, in a file of their own', async () => {
		const {issuing, root} = await pki();
		const evidence = await machineForTest({
			files: {
				intermediates: {state: 'absent'},
				nearby: [fileWith('/srv/all.pem', root.pem + issuing.pem)],
			},
		});
		const {commands, mend} = remedyOf('path-issuer-present', evidence);
		expect(commands).toEqual(['anchorsmith doctor --cli-profile build --mend']);
		expect(mend).toMatchObject({
			kind: 'chain',
			certificates: [Buffer.from(issuing.der).toString('base64')],
		});
	});

	test('without any, where the trust anchor issued the certificate itself', async () => {
		const {issuing} = await pki();
		const trustAnchor = seen(await anchorOf(issuing.pem));
		const {commands} = remedyOf('path-signature', await machineForTest({account: {trustAnchor}}));
		expect(commands.join('')).not.toContain('--intermediates');
	});

	test('by the trust anchor of the account that it leads to', async () => {
		const {root} = await pki();
		const stranger = await issueForTest({role: 'anchor', subject: 'CN=Stranger'});
		const account = {
			trustAnchor: seen(await anchorOf(stranger.pem)),
			trustAnchors: seen([await anchorOf(stranger.pem), await anchorOf(root.pem, OTHER)]),
		};
		const {commands} = remedyOf('path-issuer-present', await machineForTest({account}));
		expect(commands).toEqual([expect.stringContaining(` --trust-anchor-arn ${OTHER} `)]);
	});

	test('by a certificate of the issuer that the trust anchor knows, where that keeps its key here', async () => {
		const {root, issuing} = await pki();
		const stranger = await issueForTest({role: 'anchor', subject: 'CN=Stranger'});
		const strange = await issueForTest({subject: 'CN=build-17,O=Example', signedBy: stranger});
		const evidence = await machineForTest({
			files: {
				certificate: seen(fileWith('/srv/host/certificate.pem', strange.pem)),
				privateKey: seen(fileWith('/srv/host/private-key.pem', keyOf(strange))),
				issuers: [
					{
						name: 'build',
						certificate: Buffer.from(issuing.der).toString('base64'),
						root: Buffer.from(root.der).toString('base64'),
					},
				],
			},
		});
		const {who, commands} = remedyOf('path-issuer-present', evidence);
		expect(who).toBe('operator');
		expect(commands).toEqual([
			'anchorsmith issue --issuer build --name build-17 --subject CN=build-17,O=Example --dns host.example.com --out /srv/host/issued-20260601T000000Z',
			expect.stringContaining(' --intermediates /srv/host/issued-20260601T000000Z/chain.pem '),
		]);
	});

	test('by the trust anchor taking in the authority that lies here, beside the one that it has', async () => {
		const {root} = await pki();
		const old = await issueForTest({role: 'anchor', subject: 'CN=Old'});
		const evidence = await machineForTest({
			account: {trustAnchor: seen(await anchorOf(old.pem))},
			files: {nearby: [fileWith('/srv/root.pem', root.pem)]},
		});
		const {who, commands} = remedyOf('path-issuer-present', evidence);
		expect(who).toBe('administrator');
		expect(commands[0]).toMatch(/^aws rolesanywhere update-trust-anchor .* --region us-east-1 --profile admin$/s);
		expect(commands[0]?.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
	});

	test('by a request for the owner of the PKI, where nobody else can help', async () => {
		const stranger = await issueForTest({role: 'anchor', subject: 'CN=Stranger'});
		const evidence = await machineForTest({account: {trustAnchor: seen(await anchorOf(stranger.pem))}});
		expect(remedyOf('path-issuer-present', evidence)).toMatchObject({
			who: 'pki-owner',
			commands: [expect.stringMatching(/^anchorsmith request --name /)],
		});
	});
});
