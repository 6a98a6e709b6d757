import {expect, test} from 'vitest';
import {setupWorld} from '../support/setup.ts';

test('a certificate that no policy can name is refused rather than letting in others', async () => {
	const {setUp, rolesAnywhere} = await setupWorld();

	const {exit, stderr} = await setUp('--subject', 'O=Example');

	expect(exit).toBe(2);
	expect(stderr).toContain('No trust policy can let in this certificate alone: there is no common name.');
	expect(stderr).toContain('--trust-scope issuer');
	expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
});

test('it is let in with all others of its authority when that is asked for', async () => {
	const {setUp} = await setupWorld();
	expect(await setUp('--subject', 'O=Example', '--trust-scope', 'issuer')).toMatchObject({exit: 0});
});

test('names in any script are let in, in the characters that IAM takes of a policy', async () => {
	const {setUp, iam} = await setupWorld();

	const {exit} = await setUp('--subject', 'CN=bücher-漢字');

	expect(exit).toBe(0);
	const policy = (await iam.reader.findRole('anchorsmith'))?.trustPolicy ?? '';
	expect(policy).toMatch(/^[\u0020-\u00FF]+$/);
	expect(JSON.parse(policy)).toMatchObject({
		Statement: [{Condition: {StringEquals: {'aws:PrincipalTag/x509Subject/CN': 'bücher-漢字'}}}],
	});
	expect((await setUp('--subject', 'CN=bücher-漢字')).stdout).toContain('Nothing to change');
});
