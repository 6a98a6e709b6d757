import {list, structure} from '../shape.ts';
import {notificationEvent} from '../state.ts';
import {uuid} from './members.ts';
import {channel, notificationSettings} from './notification-settings.ts';
import {defineOperation, type RunnableOperation} from './operation.ts';
import {changeNotifications} from './trust-anchors.ts';

const resetRequest = structure(
	{
		trustAnchorId: uuid,
		notificationSettingKeys: list(structure({event: notificationEvent}, {channel}), {max: 50}),
	},
	{},
);

/** The operations on the notification settings of trust anchors. */
export const notificationOperations: readonly RunnableOperation[] = [
	defineOperation({
		name: 'PutNotificationSettings',
		method: 'PATCH',
		path: '/put-notifications-settings',
		input: structure({trustAnchorId: uuid, notificationSettings}, {}),
		run: ({trustAnchorId, notificationSettings: settings}, state, world) =>
			changeNotifications(state, trustAnchorId, settings, world),
	}),
	defineOperation({
		name: 'ResetNotificationSettings',
		method: 'PATCH',
		path: '/reset-notifications-settings',
		input: resetRequest,
		run: ({trustAnchorId, notificationSettingKeys}, state, world) =>
			changeNotifications(
				state,
				trustAnchorId,
				notificationSettingKeys.map(({event}) => ({event, isReset: true})),
				world,
			),
	}),
];
