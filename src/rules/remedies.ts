/**
 * Commands that make a thing again so that it lacks nothing, to stand at the end of a fix. The names of files and what
 * is in capitals are to be replaced.
 */

/** Signs a request once more, with every extension that an end-entity certificate should have. */
export const SIGN_AGAIN =
	"printf '%s\\n' basicConstraints=critical,CA:FALSE keyUsage=critical,digitalSignature extendedKeyUsage=clientAuth " +
	'subjectKeyIdentifier=hash authorityKeyIdentifier=keyid > client.cnf && ' +
	'openssl x509 -req -in request.csr -CA issuer.pem -CAkey issuer-key.pem -CAcreateserial -days 90 -sha256 ' +
	'-extfile client.cnf -out certificate.pem';

/** Makes a CA certificate, signed by itself, for the key that is already there. */
export const MAKE_ISSUER_AGAIN =
	'openssl req -x509 -new -key issuer-key.pem -sha256 -days 3650 -subj "/O=Example/CN=Example Issuer" ' +
	'-addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign -out issuer.pem';

/** Makes a CA with a key of its own. */
export const MAKE_NEW_ISSUER = 'anchorsmith issuer create --name NAME --subject "CN=Example Issuer,O=Example"';

/** Makes a key and a certificate for it, by an issuer that is kept here. */
export const ISSUE_AGAIN = 'anchorsmith issue --issuer NAME --name HOST --subject "CN=host.example.com,O=Example"';

/** Makes an EC key on P-256 and a request for it. */
export const REQUEST_AGAIN = 'anchorsmith request --name HOST --subject "CN=host.example.com,O=Example"';
