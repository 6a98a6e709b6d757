import {REDACTED} from '../evidence/config.ts';

/** Names of variables whose values nobody may see. */
const SECRET_NAME = /SECRET|TOKEN|PASSWORD|PASSPHRASE|CREDENTIAL|PRIVATE_KEY|API_KEY|_PIN$|_PW$/i;

/** Too short to be told from ordinary words. */
const SHORTEST = 4;

/** What secrets look like wherever they stand: keys of AWS, tokens, private keys, passwords in web addresses. */
const FORMS: readonly RegExp[] = [
	/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
	/(?<=\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"'@]+(?=@)/gi,
	/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b/g,
	/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
	/(?<=(?:secret|token|passw(?:or)?d|passphrase)[\w-]*["']?\s*[:=]\s*["']?)[^\s"',}]{4,}/gi,
	/(?<![\w/+-])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)[A-Za-z0-9+][A-Za-z0-9/+]{39}(?![\w/+=-])/g,
	/[A-Za-z0-9/+]{100,}={0,2}/g,
];

/** Takes secrets out of a text: values that are known to be secret, and what looks like one. */
export function withoutSecrets(text: string, known: readonly string[]): string {
	const values = [...new Set(known)]
		.filter(value => value.length >= SHORTEST)
		.toSorted((one, other) => other.length - one.length);
	const plain = values.reduce((rest, value) => rest.replaceAll(value, REDACTED), text);
	return FORMS.reduce((rest, form) => rest.replace(form, REDACTED), plain);
}

/** Values of an environment that are secret, by the names of their variables. */
export function secretValues(env: Readonly<Record<string, string | undefined>>): readonly string[] {
	return Object.entries(env).flatMap(([name, value]) =>
		value && (SECRET_NAME.test(name) || name === 'AWS_ACCESS_KEY_ID') && !/_FILE$|_URI$/.test(name) ? [value] : [],
	);
}
