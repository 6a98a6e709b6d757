import {privateCaApi} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

const SMALLEST = 2048;

export default defineRule<KeyInFile>({
	id: 'key-rsa-size',
	severity: 'error',
	title: 'An RSA key has 2048 bits or more.',
	why: 'Shorter keys can be broken. The service documents no minimum; 2048 is the least that AWS Private CA makes, and the policy here.',
	fix: 'Make a key of at least 2048 bits, or an EC key on P-256, and have a certificate issued for it.',
	source: privateCaApi('CertificateAuthorityConfiguration', '2026-11-22', ['CA-09', 'EE-07']),
	examples: {fails: 'algorithm = rsa1024', passes: 'algorithm = rsa2048'},
	appliesTo: ({facts}) => facts.state === 'read' && facts.modulusBits !== undefined,
	check: ({facts}) =>
		facts.state === 'read' && facts.modulusBits !== undefined && facts.modulusBits < SMALLEST
			? [{at: '', message: `The RSA key has ${facts.modulusBits} bits.`}]
			: [],
});
