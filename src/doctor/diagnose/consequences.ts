import type {Found} from './found.ts';

/** Rules of which a breach makes others be broken too; what is further to the left explains what is further to the right. */
interface Explains {
	readonly causes: readonly string[];
	readonly consequences: readonly string[];
}

const EXPLAINS: readonly Explains[] = [
	{
		// Who issued whom is told three ways: from the files, along the path, and by the answer to expect.
		causes: ['set-key-certified', 'set-one-key'],
		consequences: ['session-signature', 'set-certificate-keyed'],
	},
	{
		causes: ['ee-valid-now', 'issuer-valid-now', 'anchor-valid-now'],
		consequences: ['path-end-entity-validity', 'path-validity', 'ends-soon'],
	},
	{
		causes: ['set-issuer-present', 'set-issuer-signed', 'set-issuer-name'],
		consequences: ['path-issuer-present', 'path-signature', 'path-key-identifier'],
	},
];

/** True when mending the one mends the other as well. */
export function explains({finding: {rule}}: Found, {finding: {rule: other}}: Found): boolean {
	return EXPLAINS.some(({causes, consequences}) => causes.includes(rule) && consequences.includes(other));
}
