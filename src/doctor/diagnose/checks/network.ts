import {printable} from '../../../printable.ts';
import {judgeNetwork} from '../../../rules/judge-network.ts';
import {seenIn} from '../../evidence/look.ts';
import type {NetworkEvidence} from '../../evidence/network.ts';
import {isAboutTime} from '../about-time.ts';
import {defineCheck, type Judgement} from '../check.ts';

export default defineCheck({
	check: 'network',
	title: 'Way to the service',
	needs: ['command', 'network'],
	judge({network, command}) {
		const commandSeen = seenIn(command);
		const findings = judgeNetwork({network, ...(commandSeen && {command: commandSeen})});
		return {findings: findings.filter(finding => !isAboutTime(finding)), ...wordsOf(network)};
	},
});

function wordsOf({endpoint, proxy, dns, tcp, tls, http}: NetworkEvidence): Pick<Judgement, 'words' | 'state'> {
	const asked = seenIn(endpoint);
	if (!asked) {
		return {words: endpoint.state === 'unseen' ? endpoint.message : 'no endpoint is known', state: 'unknown'};
	}

	const steps = [dns, tcp, http];
	if (steps.some(({state}) => state !== 'seen') && steps.every(look => look.state !== 'seen')) {
		const [unseen] = steps.flatMap(look => (look.state === 'unseen' ? [look] : []));
		return unseen?.why === 'offline' || unseen?.why === 'nothing-to-look-at'
			? {words: unseen.message, state: 'unknown'}
			: {words: unseen?.message ?? 'it was not looked at'};
	}

	const through = seenIn(proxy) ? ` through ${printable(seenIn(proxy)?.url ?? '')}` : '';
	const trusted = seenIn(tls)?.protocol;
	return {words: `${printable(asked.url)}${through}${trusted === undefined ? '' : `, ${trusted}`}`};
}
