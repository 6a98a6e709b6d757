/** How to make a certificate again that lacks nothing, in words that can be typed; names in capitals are placeholders. */

/** An end-entity certificate, of a request that is already there. */
export const SIGN_AGAIN =
	'anchorsmith sign request.csr --issuer NAME, or: ' +
	"printf 'basicConstraints=critical,CA:FALSE\\nkeyUsage=critical,digitalSignature\\nextendedKeyUsage=clientAuth\\n" +
	"subjectKeyIdentifier=hash\\nauthorityKeyIdentifier=keyid\\n' > client.cnf && " +
	'openssl x509 -req -in request.csr -CA issuer.pem -CAkey issuer-key.pem -CAcreateserial -days 90 -sha256 ' +
	'-extfile client.cnf -out certificate.pem';

/** A CA certificate for the key that is already there, signed by itself. */
export const MAKE_ISSUER_AGAIN =
	'anchorsmith issuer create --name NAME --subject "CN=Example Issuer,O=Example", or with the key that is there: ' +
	'openssl req -x509 -new -key issuer-key.pem -sha256 -days 3650 -subj "/O=Example/CN=Example Issuer" ' +
	'-addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign,cRLSign -out issuer.pem';

/** A key and a certificate for it, by an issuer that is kept here. */
export const ISSUE_AGAIN = 'anchorsmith issue --issuer NAME --name HOST --subject "CN=host.example.com,O=Example"';

/** A new EC key and a request for it. */
export const REQUEST_AGAIN = 'anchorsmith request --name HOST --subject "CN=host.example.com,O=Example"';
