import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {contentEvidence} from '../../../src/doctor/evidence/content.ts';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {runIn} from '../../support/openssl.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const PASSWORD = 'not-for-others';

/** A request as openssl makes it, with these attributes. */
function request(attributes: string) {
	const folder = temporaryFolder();
	const config = `[req]\nprompt = no\ndistinguished_name = name\nattributes = attributes\n[name]\nCN = host\n[attributes]\n${attributes}\n`;
	writeFileSync(path.join(folder, 'req.cnf'), config);
	runIn(folder, 'openssl', 'req', '-new', '-newkey', 'rsa:2048', '-nodes', '-config', 'req.cnf', '-out', 'request.csr');
	return takeIn(readFileSync(path.join(folder, 'request.csr')));
}

test('a request that carries a challenge password is not kept', () => {
	const taken = request(`challengePassword = ${PASSWORD}`);
	const [item] = taken.items;
	expect(Buffer.from(item?.der ?? []).includes(PASSWORD)).toBe(true);

	const {items} = contentEvidence(taken);
	expect(items).toMatchObject([{kind: 'unknown'}]);
	expect(items[0]).not.toHaveProperty('der');
});

test('a request without one is kept as it is', () => {
	const taken = request('unstructuredName = host');
	const [item] = taken.items;

	expect(contentEvidence(taken).items).toMatchObject([
		{kind: 'certificate-request', der: Buffer.from(item?.der ?? []).toString('base64')},
	]);
});
