import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly reason: string | undefined}>({
	id: 'session-signature',
	severity: 'error',
	title: "A session request is signed by the certificate's key, over exactly what the service receives, in time.",
	why: 'The signature is what proves that the caller has the private key.',
	fix: 'Check that key and certificate belong together and that the clock is right.',
	source: userGuide('authentication-sign-process', 'The authentication signing process', '2026-11-22', [
		'ERR-03',
		'WIRE-18',
		'KEY-08',
	]),
	refusal: {code: 'AccessDeniedException', message: 'Invalid signature'},
	examples: {fails: '{"reason": "the key of the certificate did not make it"}', passes: '{}'},
	appliesTo: () => true,
	check: ({reason}) =>
		reason === undefined ? [] : [{at: 'Authorization', message: `The signature does not hold: ${printable(reason)}`}],
});
