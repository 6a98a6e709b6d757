import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {instant} from '../quoted.ts';
import {defineRule} from '../rule.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** When the service notifies. For end-entity certificates a third of their time counts where that is shorter. */
const THRESHOLD = 45 * DAY;

export default defineRule<CertificateInRole>({
	id: 'ends-soon',
	severity: 'warning',
	title: 'A certificate does not end soon.',
	why: 'When it ends, whatever depends on it stops; the service itself warns 45 days before.',
	fix: 'Renew it now, and let something renew it from now on.',
	source: userGuide('notification-settings', 'Notification settings', '2026-11-22', ['CA-16', 'EE-14']),
	examples: {
		fails: 'notAfter = 2026-06-03T00:00:00Z\nat = 2026-06-01T00:00:00Z',
		passes: 'notAfter = 2027-05-01T00:00:00Z\nat = 2026-06-01T00:00:00Z',
	},
	appliesTo: () => true,
	check({certificate: {validity}, role, at}) {
		const {notBefore, notAfter} = validity;
		const left = notAfter.getTime() - at.getTime();
		const third = (notAfter.getTime() - notBefore.getTime()) / 3;
		const threshold = role === 'end-entity' ? Math.min(THRESHOLD, third) : THRESHOLD;
		return at < notBefore || left < 0 || left >= threshold
			? []
			: [{at: 'validity.notAfter', message: `It ends on ${instant(notAfter)}, in ${inWords(left)}.`}];
	},
});

function inWords(milliseconds: number): string {
	const [count, unit] = milliseconds < 2 * DAY ? [milliseconds / HOUR, 'hour'] : [milliseconds / DAY, 'day'];
	const whole = Math.floor(count);
	return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
