/** Object identifiers of extensions (RFC 5280, section 4.2). */
export const extensionOids = {
	subjectKeyIdentifier: '2.5.29.14',
	keyUsage: '2.5.29.15',
	subjectAlternativeName: '2.5.29.17',
	issuerAlternativeName: '2.5.29.18',
	basicConstraints: '2.5.29.19',
	nameConstraints: '2.5.29.30',
	cRLDistributionPoints: '2.5.29.31',
	certificatePolicies: '2.5.29.32',
	policyMappings: '2.5.29.33',
	authorityKeyIdentifier: '2.5.29.35',
	policyConstraints: '2.5.29.36',
	extendedKeyUsage: '2.5.29.37',
	freshestCRL: '2.5.29.46',
	inhibitAnyPolicy: '2.5.29.54',
	authorityInformationAccess: '1.3.6.1.5.5.7.1.1',
	subjectInformationAccess: '1.3.6.1.5.5.7.1.11',
} as const;

/** Object identifiers of extended key usages (RFC 5280, section 4.2.1.12). */
export const keyPurposeOids = {
	any: '2.5.29.37.0',
	serverAuth: '1.3.6.1.5.5.7.3.1',
	clientAuth: '1.3.6.1.5.5.7.3.2',
	codeSigning: '1.3.6.1.5.5.7.3.3',
	emailProtection: '1.3.6.1.5.5.7.3.4',
	timeStamping: '1.3.6.1.5.5.7.3.8',
	ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const;

/** Object identifiers of attributes of certificate signing requests (RFC 2985, section 5.4). */
export const attributeOids = {
	challengePassword: '1.2.840.113549.1.9.7',
	extensionRequest: '1.2.840.113549.1.9.14',
	microsoftExtensions: '1.3.6.1.4.1.311.2.1.14',
} as const;

/** Names of signature and key algorithms, as openssl writes them. */
const ALGORITHM_NAMES: ReadonlyMap<string, string> = new Map([
	['1.2.840.113549.1.1.1', 'rsaEncryption'],
	['1.2.840.113549.1.1.2', 'md2WithRSAEncryption'],
	['1.2.840.113549.1.1.3', 'md4WithRSAEncryption'],
	['1.2.840.113549.1.1.4', 'md5WithRSAEncryption'],
	['1.2.840.113549.1.1.5', 'sha1WithRSAEncryption'],
	['1.2.840.113549.1.1.7', 'rsaesOaep'],
	['1.2.840.113549.1.1.10', 'rsassaPss'],
	['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
	['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
	['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
	['1.2.840.113549.1.1.14', 'sha224WithRSAEncryption'],
	['1.3.14.3.2.29', 'sha1WithRSASignature'],
	['1.2.840.10040.4.1', 'dsa'],
	['1.2.840.10040.4.3', 'dsa-with-SHA1'],
	['2.16.840.1.101.3.4.3.1', 'dsa-with-SHA224'],
	['2.16.840.1.101.3.4.3.2', 'dsa-with-SHA256'],
	['1.2.840.10045.2.1', 'ecPublicKey'],
	['1.2.840.10045.4.1', 'ecdsa-with-SHA1'],
	['1.2.840.10045.4.3.1', 'ecdsa-with-SHA224'],
	['1.2.840.10045.4.3.2', 'ecdsa-with-SHA256'],
	['1.2.840.10045.4.3.3', 'ecdsa-with-SHA384'],
	['1.2.840.10045.4.3.4', 'ecdsa-with-SHA512'],
	['2.16.840.1.101.3.4.3.9', 'ecdsa-with-SHA3-224'],
	['2.16.840.1.101.3.4.3.10', 'ecdsa-with-SHA3-256'],
	['2.16.840.1.101.3.4.3.11', 'ecdsa-with-SHA3-384'],
	['2.16.840.1.101.3.4.3.12', 'ecdsa-with-SHA3-512'],
	['2.16.840.1.101.3.4.3.13', 'RSA-SHA3-224'],
	['2.16.840.1.101.3.4.3.14', 'RSA-SHA3-256'],
	['2.16.840.1.101.3.4.3.15', 'RSA-SHA3-384'],
	['2.16.840.1.101.3.4.3.16', 'RSA-SHA3-512'],
	['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
	['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
	['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
	['1.3.101.110', 'X25519'],
	['1.3.101.111', 'X448'],
	['1.3.101.112', 'ED25519'],
	['1.3.101.113', 'ED448'],
	['1.2.156.10197.1.501', 'SM2-with-SM3'],
]);

/** The name of a signature or key algorithm, if it is one of the usual ones. */
export function algorithmName(oid: string): string | undefined {
	return ALGORITHM_NAMES.get(oid);
}

/** Elliptic curves that certificates are seen with. */
export type CurveName =
	| 'p192'
	| 'p224'
	| 'p256'
	| 'p384'
	| 'p521'
	| 'secp256k1'
	| 'brainpoolP256r1'
	| 'brainpoolP384r1'
	| 'brainpoolP512r1'
	| 'sm2';

const CURVES: ReadonlyMap<string, CurveName> = new Map([
	['1.2.840.10045.3.1.1', 'p192'],
	['1.3.132.0.33', 'p224'],
	['1.2.840.10045.3.1.7', 'p256'],
	['1.3.132.0.34', 'p384'],
	['1.3.132.0.35', 'p521'],
	['1.3.132.0.10', 'secp256k1'],
	['1.3.36.3.3.2.8.1.1.7', 'brainpoolP256r1'],
	['1.3.36.3.3.2.8.1.1.11', 'brainpoolP384r1'],
	['1.3.36.3.3.2.8.1.1.13', 'brainpoolP512r1'],
	['1.2.156.10197.1.301', 'sm2'],
]);

/** The curve that an object identifier names. */
export function curveName(oid: string): CurveName | undefined {
	return CURVES.get(oid);
}

/** Attribute types with the short names that IANA registers for text (RFC 4514, section 3; RFC 4520). */
const ATTRIBUTES: readonly (readonly [oid: string, shortName: string, ...aliases: readonly string[]])[] = [
	['2.5.4.3', 'CN', 'commonName'],
	['2.5.4.4', 'SN', 'surname'],
	['2.5.4.5', 'serialNumber'],
	['2.5.4.6', 'C', 'countryName'],
	['2.5.4.7', 'L', 'localityName'],
	['2.5.4.8', 'ST', 'stateOrProvinceName', 'S'],
	['2.5.4.9', 'STREET', 'streetAddress'],
	['2.5.4.10', 'O', 'organizationName'],
	['2.5.4.11', 'OU', 'organizationalUnitName'],
	['2.5.4.12', 'title'],
	['2.5.4.13', 'description'],
	['2.5.4.15', 'businessCategory'],
	['2.5.4.17', 'postalCode'],
	['2.5.4.41', 'name'],
	['2.5.4.42', 'givenName', 'GN'],
	['2.5.4.43', 'initials'],
	['2.5.4.44', 'generationQualifier'],
	['2.5.4.45', 'x500UniqueIdentifier', 'uniqueIdentifier'],
	['2.5.4.46', 'dnQualifier'],
	['2.5.4.65', 'pseudonym'],
	['2.5.4.97', 'organizationIdentifier'],
	['0.9.2342.19200300.100.1.1', 'UID', 'userId'],
	['0.9.2342.19200300.100.1.25', 'DC', 'domainComponent'],
	['1.2.840.113549.1.9.1', 'emailAddress', 'email', 'E'],
];

const SHORT_NAMES: ReadonlyMap<string, string> = new Map(ATTRIBUTES.map(([oid, shortName]) => [oid, shortName]));

const ATTRIBUTE_OIDS: ReadonlyMap<string, string> = new Map(
	ATTRIBUTES.flatMap(([oid, ...names]) => names.map(name => [name.toLowerCase(), oid] as const)),
);

/** The short name of an attribute type, such as `CN`. */
export function attributeShortName(oid: string): string | undefined {
	return SHORT_NAMES.get(oid);
}

/** The object identifier of an attribute type given by any of its names, in any case. */
export function attributeOid(name: string): string | undefined {
	return ATTRIBUTE_OIDS.get(name.toLowerCase());
}
