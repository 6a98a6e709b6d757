import {printable} from '../../../printable.ts';
import {isAboutTime} from '../about-time.ts';
import {defineCheck} from '../check.ts';
import {judgeFiles} from '../judge-files.ts';
import {presentedCertificate} from '../presented-certificate.ts';

/** Characters of a name that are shown. */
const LONGEST_NAME = 60;

export default defineCheck({
	check: 'certificate',
	title: 'Certificate',
	needs: ['files'],
	judge({files, at}) {
		const findings = judgeFiles(files, new Date(at)).certificate.filter(finding => !isAboutTime(finding));
		const certificate = presentedCertificate(files);
		return certificate
			? {findings, words: printable(certificate.subject.text.slice(0, LONGEST_NAME))}
			: {findings, words: 'none was seen', ...(findings.length === 0 && {state: 'unknown'})};
	},
});
