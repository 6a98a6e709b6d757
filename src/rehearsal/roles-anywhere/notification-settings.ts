import {choice, integer, list, structure, toggle} from '../shape.ts';
import {type NotificationSetting, notificationEvent} from '../state.ts';
import {invalid} from './operation.ts';

type Event = NotificationSetting['event'];

/** A setting as a request gives it, or the wish to have an event's default back. */
export type SettingChange =
	| {
			readonly event: Event;
			readonly enabled: boolean;
			readonly threshold?: number;
			readonly channel?: 'ALL';
	  }
	| {readonly event: Event; readonly isReset: true};

/** The only channel of the current model. */
export const channel = choice('ALL');

/** The member of this name in requests (fact sheet, API-12). */
export const notificationSettings = list(
	structure({enabled: toggle, event: notificationEvent}, {threshold: integer({min: 1, max: 360}), channel}),
	{max: 50},
);

/** What a trust anchor starts with (fact sheet, NOTIF-02). */
export const DEFAULT_SETTINGS: readonly NotificationSetting[] = (
	['CA_CERTIFICATE_EXPIRY', 'END_ENTITY_CERTIFICATE_EXPIRY'] as const
).map(event => ({event, enabled: true, threshold: 45, channel: 'ALL', configuredBy: 'rolesanywhere.amazonaws.com'}));

/**
 * The settings with changes applied in order, one setting an event.
 *
 * @throws {ServiceRefusal} `ValidationException` for an enabled setting without a threshold.
 */
export function changeSettings(
	before: readonly NotificationSetting[],
	changes: readonly SettingChange[],
	accountId: string,
): readonly NotificationSetting[] {
	return changes.reduce(
		(settings, change) =>
			settings.map(setting => (setting.event === change.event ? after(change, accountId) : setting)),
		before,
	);
}

function after(change: SettingChange, accountId: string): NotificationSetting {
	if ('isReset' in change) {
		const [standard] = DEFAULT_SETTINGS.filter(({event}) => event === change.event);
		return {
			event: change.event,
			enabled: true,
			channel: 'ALL',
			configuredBy: 'rolesanywhere.amazonaws.com',
			...standard,
		};
	}

	const {event, enabled, threshold} = change;
	if (enabled && threshold === undefined) {
		throw invalid('An enabled notification setting needs a threshold.');
	}

	return {event, enabled, channel: 'ALL', configuredBy: accountId, ...(threshold !== undefined && {threshold})};
}
