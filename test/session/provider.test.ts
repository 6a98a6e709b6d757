import {GetCallerIdentityCommand, STSClient} from '@aws-sdk/client-sts';
import {expect, test} from 'vitest';
import {fromRolesAnywhere} from '../../src/session/provider.ts';
import {playBack} from '../support/loopback.ts';
import {granted, grantedBody, refusal} from '../support/session.ts';
import {common, vectorFile} from '../support/vectors.ts';

const IDENTITY = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::111122223333:assumed-role/Uploader/x</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`;

function options(endpoint: string) {
	return {
		...common.arns,
		certificate: vectorFile('ec-certificate.pem'),
		privateKey: vectorFile('ec-private-key.pem'),
		endpoint,
		env: {},
		now: () => common.at,
	};
}

test('the AWS SDK takes its credentials from the provider, and asks again once they end', async () => {
	const lasting = (seconds: number) => ({
		status: 201,
		body: grantedBody(new Date(Date.now() + seconds * 1000).toISOString()),
	});
	const rolesAnywhere = await playBack([lasting(60), lasting(3600)]);
	const sts = await playBack([{status: 200, headers: {'content-type': 'text/xml'}, body: IDENTITY}]);
	const client = new STSClient({
		region: 'us-east-1',
		endpoint: sts.url,
		credentials: fromRolesAnywhere(options(rolesAnywhere.url)),
	});

	for (let call = 0; call < 3; call++) {
		await expect(client.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
			Arn: 'arn:aws:sts::111122223333:assumed-role/Uploader/x',
		});
	}

	client.destroy();
	expect(rolesAnywhere.received).toHaveLength(2);
	expect(new Map(sts.received[0]?.headers).get('x-amz-security-token')).toBe('example//token==');
});

test('the provider returns what a credential identity has and nothing else', async () => {
	const {url} = await playBack([granted]);

	await expect(fromRolesAnywhere(options(url))()).resolves.toEqual({
		accessKeyId: 'ASIAEXAMPLE',
		secretAccessKey: 'example/secret',
		sessionToken: 'example//token==',
		expiration: new Date('2026-03-15T13:34:56Z'),
	});
});

test('the provider rejects with what to do next, and warns of a clock that is wrong', async () => {
	const date = new Date(common.at.getTime() + 3_600_000).toUTCString();
	const {url} = await playBack([refusal(403, 'AccessDeniedException', 'Invalid signature', {date}), granted]);
	const warnings: string[] = [];

	await fromRolesAnywhere({...options(url), onWarning: text => void warnings.push(text)})();
	await expect(fromRolesAnywhere({...options(url), privateKey: '/nowhere.pem'})()).rejects.toMatchObject({
		code: 'FILE_MISSING',
		next: [expect.any(String)],
	});

	expect(warnings).toContainEqual(expect.stringContaining('60 minutes behind'));
});
