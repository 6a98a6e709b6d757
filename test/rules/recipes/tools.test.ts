import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isPresent} from '../../support/judges.ts';
import {Recipe} from '../../support/recipe.ts';

/** What common tools make when nobody tells them about Roles Anywhere. */
describe.runIf(isPresent('openssl'))('openssl', () => {
	test('req -x509 with the stock configuration makes a CA that may not sign (CA-07)', () => {
		const recipe = new Recipe();
		recipe.run(
			"openssl req -x509 -newkey rsa:2048 -noenc -keyout ca.key -out ca.pem -days 365 -subj '/O=Example/CN=CA'",
		);
		expect(recipe.judge('ca.pem', 'anchor')).toEqual(['error anchor-key-cert-sign', 'notice issuer-path-length']);
		expect(recipe.judge('ca.pem', 'end-entity')).toEqual([
			'error ee-basic-constraints',
			'error ee-digital-signature',
			'warning ee-not-self-issued',
		]);
	});

	test('x509 -req without an extension file makes a certificate of version 1, or without keyUsage from 3.4 on (EE-01, EE-03)', () => {
		const recipe = new Recipe();
		recipe.run(
			"openssl req -x509 -newkey rsa:2048 -noenc -keyout ca.key -out ca.pem -days 365 -subj '/O=Example/CN=CA'",
		);
		recipe.run("openssl req -newkey rsa:2048 -noenc -keyout host.key -out host.csr -subj '/O=Example/CN=host'");
		recipe.run('openssl x509 -req -in host.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 90 -out host.pem');
		const findings = recipe.judge('host.pem', 'end-entity');
		expect(findings).toContain('error ee-digital-signature');
		const [, major = '', minor = ''] = /OpenSSL (\d+)\.(\d+)/.exec(recipe.run('openssl version')) ?? [];
		expect(findings.includes('error ee-version-3')).toBe(Number(major) < 3 || (major === '3' && Number(minor) < 4));
	});
});

describe.runIf(isPresent('mkcert'))('mkcert', () => {
	test('makes certificates without a common name, for years', () => {
		const recipe = new Recipe();
		recipe.run('mkcert -client -cert-file client.pem -key-file client-key.pem host.example.com', {
			CAROOT: recipe.folder,
			TRUST_STORES: 'none',
		});
		expect(recipe.judge('rootCA.pem', 'anchor')).toEqual(['notice issuer-crl-sign']);
		expect(recipe.judge('client.pem', 'end-entity')).toEqual(['warning ee-common-name-present', 'notice ee-lifetime']);
	});
});

describe.runIf(isPresent('easyrsa'))('easy-rsa', () => {
	test('makes certificates that lack nothing required', () => {
		const recipe = new Recipe();
		const easyrsa = `/usr/share/easy-rsa/easyrsa --batch --pki-dir=${path.join(recipe.folder, 'pki')}`;
		recipe.run(`${easyrsa} init-pki`);
		recipe.run(`${easyrsa} --req-cn=Example build-ca nopass`);
		recipe.run(`${easyrsa} build-client-full client1 nopass`);
		expect(recipe.judge('pki/ca.crt', 'anchor')).toEqual([
			'warning issuer-extension-criticality',
			'notice authority-issuer-and-serial',
			'notice issuer-extension-criticality',
			'notice issuer-path-length',
		]);
		expect(recipe.judge('pki/issued/client1.crt', 'end-entity')).toEqual([
			'notice authority-issuer-and-serial',
			'notice ee-extension-criticality',
			'notice ee-extension-criticality',
			'notice ee-lifetime',
		]);
	});
});

describe.runIf(isPresent('cfssl'))('cfssl', () => {
	test('makes certificates whose keyUsage allows more than an EC key can do', () => {
		const recipe = new Recipe();
		const key = {algo: 'ecdsa', size: 256};
		recipe.write('ca.json', JSON.stringify({CN: 'Example CA', key, names: [{O: 'Example'}]}));
		recipe.write('host.json', JSON.stringify({CN: 'host.example.com', key, hosts: ['host.example.com']}));
		keep(recipe, 'ca', recipe.run('cfssl gencert -initca ca.json'));
		keep(recipe, 'host', recipe.run('cfssl gencert -ca ca.pem -ca-key ca-key.pem host.json'));
		expect(recipe.judge('ca.pem', 'anchor')).toEqual(['notice issuer-path-length']);
		expect(recipe.judge('host.pem', 'end-entity')).toEqual(['warning key-usage-fits-key']);
	});
});

/** Writes the files that cfssl prints as JSON. */
function keep(recipe: Recipe, name: string, printed: string): void {
	const {cert, key}: {cert: string; key: string} = JSON.parse(printed);
	recipe.write(`${name}.pem`, cert);
	recipe.write(`${name}-key.pem`, key);
}
