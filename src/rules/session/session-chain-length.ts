import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly chainLength: number}>({
	id: 'session-chain-length',
	severity: 'error',
	title: 'A session request carries no more than five certificates beside the end-entity certificate.',
	why: 'The service documents five as the most that X-Amz-X509-Chain may hold; how it refuses more is not known.',
	fix: 'Send only the intermediates between the end-entity certificate and the trust anchor.',
	source: userGuide('authentication', 'The authentication process', '2026-11-22', ['CH-02']),
	examples: {fails: '{"chainLength": 6}', passes: '{"chainLength": 5}'},
	appliesTo: () => true,
	check: ({chainLength}) =>
		chainLength <= 5 ? [] : [{at: 'X-Amz-X509-Chain', message: `The chain header holds ${chainLength} certificates.`}],
});
