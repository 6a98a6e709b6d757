import {describe, expect, test} from 'vitest';
import {isPresent} from '../../support/judges.ts';
import {Recipe} from '../../support/recipe.ts';

/** What the template EndEntityCertificate/V1 of AWS Private CA gives, whatever the request asks for (fact sheet, PCA-06). */
const privateCaTemplate = `basicConstraints = CA:FALSE
authorityKeyIdentifier = keyid
subjectKeyIdentifier = hash
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
`;

/** Certificates of articles about Roles Anywhere, made as the articles say (fact sheet, 10.6). */
describe.runIf(isPresent('openssl'))('the recipe of', () => {
	test('the Chinese introduction signs requests with the certificate of its CA, which cannot work', () => {
		const recipe = new Recipe();
		recipe.write(
			'openssl.cnf',
			`[ req ]
distinguished_name = req_distinguished_name
[ req_distinguished_name ]
[ v3_ca ]
basicConstraints        = critical, CA:TRUE
subjectKeyIdentifier    = hash
authorityKeyIdentifier  = keyid:always, issuer:always
keyUsage                = critical, cRLSign, digitalSignature, keyCertSign
`,
		);
		recipe.write(
			'v3_client_extension.conf',
			`authorityKeyIdentifier=keyid, issuer
basicConstraints=CA:FALSE
keyUsage = digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment
`,
		);
		recipe.run('openssl genrsa -out ca.key 2048');
		recipe.run(
			"openssl req -new -x509 -days 3650 -key ca.key -out ca.pem -extensions v3_ca -config openssl.cnf -subj '/C=TW/O=Example/CN=ca'",
		);
		recipe.run('openssl genrsa -out client.key 2048');
		recipe.run("openssl req -new -key client.key -out client.csr -subj '/C=TW/O=Example/CN=client'");
		recipe.run(
			'openssl x509 -req -in client.csr -CA ca.pem -CAkey ca.key -set_serial 01 -out client.pem -days 3650 -sha256 -extfile v3_client_extension.conf',
		);

		expect(recipe.judge('ca.pem', 'anchor')).toEqual([
			'notice authority-issuer-and-serial',
			'notice issuer-path-length',
		]);
		expect(recipe.judge('client.pem', 'end-entity')).toEqual([
			'notice ee-extension-criticality',
			'notice ee-extension-criticality',
			'notice ee-lifetime',
			'notice serial-entropy',
		]);
		// The article's last command: aws_signing_helper credential-process --certificate ca.pem --private-key ca.key
		expect(recipe.judge('ca.pem', 'end-entity')).toEqual([
			'error ee-basic-constraints',
			'warning ee-not-self-issued',
			'notice authority-issuer-and-serial',
			'notice ee-lifetime',
		]);
	});

	test('the Japanese overview registers the end-entity certificate as the trust anchor, which is refused', () => {
		const recipe = new Recipe();
		recipe.write('template.cnf', privateCaTemplate);
		recipe.run(
			"openssl req -x509 -newkey rsa:2048 -noenc -keyout ca.key -out ca.pem -days 3650 -subj '/O=Example/CN=CA' -addext keyUsage=critical,keyCertSign,cRLSign",
		);
		recipe.run(
			"openssl req -newkey rsa:2048 -noenc -keyout private-key.pem -out request.csr -subj '/O=Example/CN=server'",
		);
		recipe.run(
			'openssl x509 -req -in request.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 365 -sha256 -extfile template.cnf -out cert.pem',
		);

		expect(recipe.judge('cert.pem', 'anchor')).toEqual([
			'error anchor-basic-constraints',
			'error anchor-key-cert-sign',
			'warning issuer-extension-criticality',
		]);
		expect(recipe.judge('cert.pem', 'end-entity')).toEqual(['notice ee-extension-criticality']);
	});

	test('the security blog on Kubernetes asks AWS Private CA, which adds what the request lacks', () => {
		const recipe = new Recipe();
		recipe.write('template.cnf', privateCaTemplate);
		recipe.run(
			"openssl req -x509 -newkey rsa:2048 -noenc -keyout ca.key -out ca.pem -days 3650 -subj '/O=Example/CN=CA' -addext keyUsage=critical,keyCertSign,cRLSign",
		);
		recipe.run('openssl req -out iamra.csr -new -newkey rsa:2048 -nodes -keyout iamra.key -subj /CN=iamra-issuer');
		recipe.run(
			'openssl x509 -req -in iamra.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 1 -sha256 -extfile template.cnf -out iamra-cert.pem',
		);
		expect(recipe.judge('iamra-cert.pem', 'end-entity')).toEqual(['notice ee-extension-criticality']);
	});

	test('the security blog on pipelines works, with a serial number that repeats', () => {
		const recipe = new Recipe();
		recipe.write(
			'extensions.cnf',
			'[v3_ca]\nkeyUsage = digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment\n',
		);
		recipe.run('openssl genrsa -out ca.key 2048');
		recipe.run(
			"openssl req -new -x509 -days 1826 -key ca.key -subj /CN=ca.example.com -addext 'keyUsage=critical,keyCertSign,cRLSign,digitalSignature' -addext 'basicConstraints=critical,CA:TRUE' -out ca.crt",
		);
		recipe.run('openssl genrsa -out private.key 2048');
		recipe.run('openssl req -new -key private.key -subj /CN=cicd-agent.example.com -out iamra-cert.csr');
		recipe.run(
			'openssl x509 -req -days 7 -in iamra-cert.csr -CA ca.crt -CAkey ca.key -set_serial 01 -extfile extensions.cnf -extensions v3_ca -out certificate.crt',
		);

		expect(recipe.judge('ca.crt', 'anchor')).toEqual(['notice issuer-path-length']);
		expect(recipe.judge('certificate.crt', 'end-entity')).toEqual([
			'notice ee-extension-criticality',
			'notice serial-entropy',
		]);
	});

	test('the security blog on security keys asks AWS Private CA for a year', () => {
		const recipe = new Recipe();
		recipe.write('template.cnf', privateCaTemplate);
		recipe.run(
			"openssl req -x509 -newkey rsa:2048 -noenc -keyout ca.key -out ca.pem -days 3650 -subj '/O=Example/CN=CA' -addext keyUsage=critical,keyCertSign,cRLSign",
		);
		// The article makes the key on the device: ykman piv certificates request --subject 'CN=server1-demo,…'
		recipe.run(
			'openssl req -newkey rsa:2048 -noenc -keyout piv.key -out csr.pem -subj /C=US/ST=MA/L=Boston/O=Example/CN=server1-demo',
		);
		recipe.run(
			'openssl x509 -req -in csr.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 365 -sha256 -extfile template.cnf -out certificate.pem',
		);
		expect(recipe.judge('certificate.pem', 'end-entity')).toEqual(['notice ee-extension-criticality']);
	});

	test('the Korean introduction gives its client no common name', () => {
		const recipe = new Recipe();
		const request = `[req]
prompt = no
string_mask = default
distinguished_name = req_dn
[req_dn]
countryName = KR
localityName = Seoul
organizationName = Example Inc.
`;
		recipe.write(
			'root_request.config',
			`${request}[ca]
default_ca = CA
[CA]
dir = .
certs = $dir
new_certs_dir = $certs
database = $dir/index
certificate = $certs/rootCRT.pem
private_key = $dir/rootPrivateKey.pem
serial = $dir/serial.txt
name_opt = ca_default
cert_opt = ca_default
default_days = 3650
default_md = sha256
unique_subject = no
copy_extensions = copy
policy = simple_policy
x509_extensions = x509_ext
[simple_policy]
countryName = optional
stateOrProvinceName = optional
localityName = optional
organizationName = optional
organizationalUnitName = optional
commonName = optional
[ x509_ext ]
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign, digitalSignature
`,
		);
		recipe.write('client_req.config', request.replace('Example Inc.', 'Example Client Inc.'));
		recipe.write(
			'client_cert.config',
			'basicConstraints = critical, CA:FALSE\nkeyUsage = critical, digitalSignature\n',
		);
		recipe.write('index', '');
		recipe.write('serial.txt', '01\n');
		recipe.run('openssl ecparam -genkey -name secp384r1 -out rootCA.key');
		recipe.run('openssl req -new -key rootCA.key -out rootCA.req -nodes -config root_request.config');
		recipe.run(
			'openssl ca -batch -out rootCA.pem -keyfile rootCA.key -selfsign -config root_request.config -in rootCA.req',
		);
		recipe.run('openssl ecparam -genkey -name secp384r1 -out client.key');
		recipe.run('openssl req -sha512 -new -key client.key -out client.csr -nodes -config client_req.config');
		recipe.run(
			'openssl x509 -req -sha512 -days 365 -in client.csr -CA rootCA.pem -CAkey rootCA.key -CAcreateserial -out client.pem -extfile client_cert.config',
		);

		expect(recipe.judge('rootCA.pem', 'anchor')).toEqual(['notice issuer-path-length']);
		expect(recipe.judge('client.pem', 'end-entity')).toEqual(['warning ee-common-name-present']);
	});

	test('the security blog on containers works, with the least that a CA may say', () => {
		const recipe = new Recipe();
		recipe.write(
			'v3ext',
			`[ req ]
default_bits = 2048
distinguished_name = req_distinguished_name
x509_extensions = v3_ca
[ v3_cert ]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
[ v3_ca ]
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always,issuer:always
basicConstraints = CA: true
keyUsage = keyCertSign
[ req_distinguished_name ]
`,
		);
		recipe.run('openssl genrsa -aes256 -passout pass:throw-away -out cakey.pem 2048');
		recipe.run(
			'openssl req -new -x509 -nodes -days 1095 -config v3ext -key cakey.pem -passin pass:throw-away -out cacert.pem -subj /C=US/ST=Washington/L=Seattle',
		);
		recipe.run(
			'openssl req -newkey rsa:2048 -days 1 -keyout key.pem -passout pass:throw-away -out csr.pem -subj /CN=myContainer',
		);
		recipe.run(
			'openssl x509 -req -days 1 -sha256 -set_serial 01 -in csr.pem -out cert.pem -CA cacert.pem -CAkey cakey.pem -passin pass:throw-away -extfile v3ext -extensions v3_cert',
		);

		expect(recipe.judge('cacert.pem', 'anchor')).toEqual([
			'warning issuer-extension-criticality',
			'notice authority-issuer-and-serial',
			'notice issuer-crl-sign',
			'notice issuer-extension-criticality',
			'notice issuer-path-length',
		]);
		expect(recipe.judge('cert.pem', 'end-entity')).toEqual(['notice serial-entropy']);
	});
});
