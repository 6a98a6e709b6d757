import {describe, expect, test} from 'vitest';
import type {Certificate} from '../../src/pki/certificate/certificate.ts';
import {chainOf} from '../../src/session/chain.ts';
import {issueForTest, pki} from '../support/certificates.ts';

const names = (certificates: readonly Certificate[]) => certificates.map(({subject}) => subject.first('CN'));

async function tower(height: number) {
	const {root} = await pki();
	let top = root;
	const issuers = [];
	for (let level = 1; level <= height; level++) {
		top = await issueForTest({role: 'issuer', subject: `CN=Level ${level}`, signedBy: top});
		issuers.unshift(top.certificate);
	}

	const {certificate} = await issueForTest({signedBy: top});
	return {certificate, issuers, root: root.certificate};
}

describe('the chain of a certificate', () => {
	test('is empty when there is nothing to send', async () => {
		const {directEndEntity, root} = await pki();

		expect(chainOf(directEndEntity.certificate, [])).toEqual([]);
		expect(chainOf(directEndEntity.certificate, [directEndEntity.certificate, root.certificate])).toEqual([]);
	});

	test('goes from its issuer towards the root, whatever the order of the files', async () => {
		const {certificate, issuers, root} = await tower(3);
		const jumbled = [root, ...issuers.toReversed(), certificate, ...issuers];

		expect(names(chainOf(certificate, jumbled))).toEqual(['Level 3', 'Level 2', 'Level 1']);
	});

	test('is followed by strangers while there is room', async () => {
		const {certificate, issuers} = await tower(4);
		const strangers = await Promise.all(
			['One', 'Two'].map(async name => (await issueForTest({role: 'issuer', subject: `CN=${name}`})).certificate),
		);

		expect(names(chainOf(certificate, [...strangers, ...issuers]))).toEqual([
			'Level 4',
			'Level 3',
			'Level 2',
			'Level 1',
			'One',
		]);
	});

	test('keeps every link, even when they are more than the service takes', async () => {
		const {certificate, issuers} = await tower(6);

		expect(chainOf(certificate, issuers)).toHaveLength(6);
	});

	test('keeps a certificate that has its own name as issuer but did not sign itself', async () => {
		const {root} = await pki();
		const successor = await issueForTest({role: 'issuer', subject: root.certificate.subject.der, signedBy: root});
		const {certificate} = await issueForTest({signedBy: successor});

		expect(chainOf(certificate, [successor.certificate, root.certificate])).toEqual([successor.certificate]);
	});
});
