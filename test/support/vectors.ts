import {createPrivateKey, X509Certificate} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {encodeQuery} from '../../src/session/canonical-request.ts';
import type {SigningIdentity, UnsignedRequest} from '../../src/session/sign.ts';

/** Files of the test vectors in the fact sheet, section 3.5. Their keys are worthless outside tests. */
export function vectorFile(name: string): string {
	return path.join(import.meta.dirname, '../fixtures/vectors', name);
}

function der(name: string): Uint8Array {
	return new X509Certificate(readFileSync(vectorFile(`${name}.pem`))).raw;
}

function key(name: string) {
	return createPrivateKey(readFileSync(vectorFile(`${name}.pem`)));
}

/** What the four vectors have in common. */
export const common = {
	host: 'rolesanywhere.us-east-1.amazonaws.com',
	region: 'us-east-1',
	at: new Date('2026-03-15T12:34:56Z'),
	arns: {
		trustAnchorArn: 'arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/11111111-2222-4333-8444-555555555555',
		profileArn: 'arn:aws:rolesanywhere:us-east-1:123456789012:profile/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
		roleArn: 'arn:aws:iam::123456789012:role/app/Uploader',
	},
};

/** DER of the certificates that issued the identities below. */
export const vectorIssuers = {issuing: der('issuing-certificate'), root: der('root-certificate')};

/** The identity with an EC key, issued by the issuing CA. */
export const ecIdentity: SigningIdentity = {
	certificate: der('ec-certificate'),
	serial: '187734612846788853450270168077580883173',
	chain: [],
	privateKey: key('ec-private-key'),
};

/** The identity with an RSA key, issued by the root. */
export const rsaIdentity: SigningIdentity = {
	certificate: der('rsa-certificate'),
	serial: '4096',
	chain: [],
	privateKey: key('rsa-private-key'),
};

/** A request with the ARNs in the query, as the official helper sends it; the query of V1, V2 and V3. */
export const queryRequest: UnsignedRequest = {
	method: 'POST',
	host: common.host,
	path: '/sessions',
	rawQuery: encodeQuery(common.arns),
	body: Buffer.from('{"durationSeconds":3600}'),
	region: common.region,
};

/** A request with the ARNs in the body, as the documentation shows it; V4. */
export const bodyRequest: UnsignedRequest = {
	...queryRequest,
	rawQuery: '',
	body: Buffer.from(
		JSON.stringify({
			durationSeconds: 900,
			profileArn: common.arns.profileArn,
			roleArn: common.arns.roleArn,
			trustAnchorArn: common.arns.trustAnchorArn,
			roleSessionName: 'vector-01',
		}),
	),
};
