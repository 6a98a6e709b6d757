import type {Look} from './look.ts';

/** The way to the service, link by link. */
export interface NetworkEvidence {
	/** Where requests go, by the rules of the AWS SDKs; `unseen` when nothing says which region. */
	readonly endpoint: Look<EndpointEvidence>;
	readonly proxy: Look<ProxyEvidence>;
	/** Addresses of the endpoint's host; of the proxy's where one is in the way. */
	readonly dns: Look<{readonly host: string; readonly addresses: readonly string[]}>;
	/** The address that took the connection. */
	readonly tcp: Look<{readonly address: string; readonly port: number}>;
	/** What the proxy said when it was asked for a tunnel: a status of 200 to 299 is one. `absent` where none is needed. */
	readonly tunnel: Look<{readonly status: number}>;
	/** Certificate authorities that a variable names; `absent` when none does. */
	readonly authorities: Look<AuthoritiesEvidence>;
	/** `absent` for plain http. */
	readonly tls: Look<TlsEvidence>;
	/** What the root of the endpoint answers without a signature. */
	readonly http: Look<HttpEvidence>;
}

/** An address of the service. */
export interface EndpointEvidence {
	/** Without user and password. */
	readonly url: string;
	/** What named it: `AWS`, `--endpoint` or the name of a variable. */
	readonly origin: string;
	/** The region that requests are signed for. */
	readonly region: string;
	readonly warnings: readonly string[];
}

/** The proxy that is asked. */
export interface ProxyEvidence {
	/** Without user and password. */
	readonly url: string;
	readonly hasPassword: boolean;
	/** The variable that names it. */
	readonly variable: string;
}

/** A file of certificate authorities that a variable names. */
export interface AuthoritiesEvidence {
	/** `AWS_CA_BUNDLE`, whose authorities are trusted instead of the usual ones, or `NODE_EXTRA_CA_CERTS`, beside them. */
	readonly variable: string;
	/** As it stands there. */
	readonly path: string;
	/** How many certificates can be read in it; `unseen` when the file cannot be read. */
	readonly certificates: Look<number>;
}

/** Who answered on the encrypted line. */
export interface TlsEvidence {
	/** Whether the usual or the given authorities vouch for it. */
	readonly isTrusted: boolean;
	/** OpenSSL's name for what is wrong, such as `SELF_SIGNED_CERT_IN_CHAIN`. */
	readonly problem?: string;
	readonly protocol?: string;
	/** RFC 4514 texts from the server's certificate upwards, as the server sent them. */
	readonly subjects: readonly string[];
	/** The issuer of the last of them. */
	readonly issuer?: string;
	/** The last certificate that was sent, DER in base64: what would have to be trusted. */
	readonly last?: string;
	/** The file that AWS_CA_BUNDLE names, when it is in use. */
	readonly authorities?: string;
}

/** One answer over HTTP. */
export interface HttpEvidence {
	readonly status: number;
	/** Lower-case names; only those that tell who answered. */
	readonly headers: Readonly<Record<string, string>>;
	/** True when it looks like the service: its error headers, a request id, or JSON. */
	readonly isService: boolean;
	/** Title of a page in HTML. */
	readonly title?: string;
	/** How far the service's clock is ahead of this machine's, in milliseconds, half the way there and back allowed for; absent without a `Date`. */
	readonly clockOffset?: number;
}
