/** What a piece of a file can be. */
export type ItemKind =
	| 'certificate'
	| 'private-key'
	| 'encrypted-private-key'
	/** A PEM key encrypted the way of RFC 1421: `Proc-Type: 4,ENCRYPTED`. */
	| 'legacy-encrypted-private-key'
	| 'openssh-private-key'
	| 'tpm-private-key'
	| 'public-key'
	| 'certificate-request'
	| 'crl'
	/** Opened by `takeIn`: what it holds follows it, with it as their source. */
	| 'pkcs7'
	/** Needs a passphrase: see `openContainer`. */
	| 'pkcs12'
	/** A Secret in YAML that is written in a way that only a whole YAML reader understands: see `openContainer`. */
	| 'kubernetes-secret'
	| 'ec-parameters'
	/** What was meant as PEM and cannot be read at all; its notes say why, and `der` is empty. */
	| 'damaged'
	| 'unknown';

/** How the bytes of a private key are laid out. */
export type KeyFormat = 'pkcs8' | 'pkcs1' | 'sec1';

/** A peculiarity of how something is written, whatever it says; the rules on files judge them. */
export type FormNoteKind =
	/** Nothing at all, or only white space. */
	| 'empty'
	/** Neither PEM nor DER nor anything else that is known here. */
	| 'unrecognised'
	/** A format of others that is known by its beginning, such as a Java keystore. */
	| 'foreign'
	| 'utf-16'
	| 'byte-order-mark'
	| 'carriage-returns'
	| 'text-around'
	/** Line breaks are written as `\n` or were lost. */
	| 'broken-lines'
	| 'indented'
	/** Base64 without the lines of dashes. */
	| 'no-armour'
	/** Base64 of a text that itself is PEM. */
	| 'encoded-twice'
	/** Binary, where the helper wants PEM. */
	| 'binary'
	| 'kubernetes-secret'
	| 'acm-export'
	/** Any other JSON. */
	| 'json'
	/** A block that lacks its end or whose base64 is not sound, and could not be read. */
	| 'damaged'
	/** A block that is not as it should be, but could be read all the same. */
	| 'careless-block'
	/** The label of before RFC 7468. */
	| 'legacy-label'
	/** The label names another thing than the one that is there. */
	| 'wrong-label'
	/** OpenSSL's own appendix of trust settings (`TRUSTED CERTIFICATE`). */
	| 'trust-settings'
	| 'trailing-bytes'
	/** The block begins with headers, as RFC 1421 has them. */
	| 'headers'
	/** BER where DER is due. */
	| 'ber'
	/** A bundle: PKCS#7 or PKCS#12. */
	| 'bundle'
	/** A container that was not opened. */
	| 'unopened'
	/** More is in it than is looked at. */
	| 'too-much';

/** One such peculiarity and where it is. */
export interface FormNote {
	readonly kind: FormNoteKind;
	/** Counted from 1; absent where there are no lines. */
	readonly line?: number;
	/** A whole sentence, fit to be shown: outside text in it has gone through `printable`. */
	readonly message: string;
	/** A command that makes it right, with `FILE` for its path, where there is one. */
	readonly command?: string;
}

/** One thing found in a file. */
export interface Item {
	readonly kind: ItemKind;
	/** Exactly its DER: no armour, nothing after it. For `kubernetes-secret` and foreign things the bytes as they are. */
	readonly der: Uint8Array;
	/** For a private key that is not encrypted. */
	readonly keyFormat?: KeyFormat;
	/** Its PEM label; absent for DER. */
	readonly label?: string;
	/** Header lines of its PEM block, if it has any: what a legacy encryption needs to be undone. */
	readonly headers?: readonly (readonly [name: string, value: string])[];
	/** The line in which it begins, counted from 1; absent for DER and inside of containers that have no lines. */
	readonly line?: number;
	/** The byte of the file at which it begins, or the container that it is in. */
	readonly offset: number;
	/** The containers around it, outermost first, such as `tls.crt` or `PKCS#7 bundle`; empty for what stands in the file itself. */
	readonly source: readonly string[];
	/** True when it stands in the file as PEM or DER in a way that every reader takes, which the loaders demand. */
	readonly isPlain: boolean;
	readonly notes: readonly FormNote[];
}

/** A part of the text that looks like PEM and is not right. */
export interface PemProblem {
	readonly kind: 'no-end' | 'wrong-end' | 'bad-base64' | 'broken-boundary' | 'broken-lines' | 'indented';
	/** Counted from 1. */
	readonly line: number;
	/** Says what is wrong and in which line; holds no text from the file. */
	readonly message: string;
}

/** What a file is made of. */
export interface Intake {
	readonly form: 'pem' | 'der' | 'empty' | 'utf-16' | 'base64' | 'json' | 'yaml' | 'unknown';
	/** In the order of the file; what a container holds follows the container. */
	readonly items: readonly Item[];
	/** What a strict reader of PEM objects to, also where it could be read past. */
	readonly problems: readonly PemProblem[];
	/** On the file as a whole; those on one thing are with the thing. */
	readonly notes: readonly FormNote[];
}
