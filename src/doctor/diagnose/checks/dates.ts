import {judgeNetwork} from '../../../rules/judge-network.ts';
import {seenIn} from '../../evidence/look.ts';
import {serviceTime} from '../../predict/session-asked-for.ts';
import {isAboutTime} from '../about-time.ts';
import {defineCheck, type Judgement} from '../check.ts';
import {judgeFiles} from '../judge-files.ts';
import {ANSWER_NEEDS, type ForAnswer, predictedUnder} from '../predicted.ts';
import {presentedCertificate} from '../presented-certificate.ts';

const DAY = 86_400_000;

/** Dates are judged by the service's clock where it was seen: a wrong clock of this machine is a finding of its own. */
export default defineCheck({
	check: 'dates',
	title: 'Dates and clock',
	needs: ANSWER_NEEDS,
	judge(evidence) {
		const {files, network} = evidence;
		const {certificate, chain} = judgeFiles(files, serviceTime(evidence));
		const findings = [...judgeNetwork({network}), ...certificate, ...chain].filter(isAboutTime);
		return {findings: [...findings, ...predictedUnder('dates', evidence)], ...wordsOf(evidence)};
	},
});

function wordsOf(evidence: ForAnswer): Pick<Judgement, 'words' | 'state'> {
	const certificate = presentedCertificate(evidence.files);
	const offset = seenIn(evidence.network.http)?.clockOffset;
	const clock = offset === undefined ? 'the clock was not compared' : clockInWords(offset);
	if (!certificate) {
		return {words: clock, state: 'unknown'};
	}

	const {notAfter} = certificate.validity;
	const days = Math.floor((notAfter.getTime() - serviceTime(evidence).getTime()) / DAY);
	const end = notAfter.toISOString().slice(0, 10);
	return {words: days < 0 ? `ended ${end}; ${clock}` : `until ${end}, ${days} days; ${clock}`};
}

/** The service tells whole seconds. */
function clockInWords(offset: number): string {
	const seconds = Math.round(Math.abs(offset) / 1000);
	return seconds < 2 ? 'the clock agrees' : `the clock is ${seconds} s ${offset > 0 ? 'slow' : 'fast'}`;
}
