import {defineResource, gone, keep} from '../resource.ts';
import {creation, differencesOf, enabling, isAs, profileFacts, replacement} from '../roles-anywhere-profile-changes.ts';
import {isTagged} from '../tags.ts';

const KIND = 'Roles Anywhere profile';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {specification, reader, journal, known} = context;
		if (!specification.aws) {
			return {};
		}

		const {name} = specification.aws.rolesAnywhereProfile;
		const profiles = await reader.rolesAnywhere.listProfiles();
		const mine = profiles.find(({arn}) => arn === journal.find(KIND, name)?.after['arn']);
		if (!mine) {
			return {
				changes: [creation(context)],
				warnings: profiles.some(profile => profile.name === name)
					? [`Another Roles Anywhere profile is called "${name}" too; it is left alone.`]
					: [],
			};
		}

		const differences = differencesOf(mine, context);
		const changes = [
			...(differences.length === 0 ? [] : [replacement(mine, differences, context)]),
			...(mine.isEnabled ? [] : [enabling(mine)]),
		];
		return {
			changes,
			unchanged: changes.length === 0 ? [{kind: KIND, name, note: 'already there'}] : [],
			known: {...known, rolesAnywhereProfileArn: mine.arn},
		};
	},

	async recover(intent, {reader, journal}) {
		const profiles = await reader.rolesAnywhere.listProfiles();
		if (intent.action !== 'create') {
			const profile = profiles.find(({arn}) => arn === intent.goal['arn']);
			const isDone = profile && (intent.goal['enabled'] === undefined ? isAs(profile, intent.goal) : profile.isEnabled);
			return isDone ? profileFacts(profile) : undefined;
		}

		for (const profile of profiles) {
			if (profile.name === intent.name && (await isTagged(profile.arn, {reader, journal}))) {
				return profileFacts(profile);
			}
		}

		return undefined;
	},

	async planUndo({after}, {reader}) {
		const profile = (await reader.rolesAnywhere.listProfiles()).find(({arn}) => arn === after['arn']);
		if (!profile) {
			return gone();
		}

		if (!isAs(profile, after)) {
			return keep('its roles, duration or session policy were changed since');
		}

		return {
			action: 'delete',
			note: profile.arn,
			calls: ['rolesanywhere:DeleteProfile'],
			async apply(writer) {
				await writer.rolesAnywhere.deleteProfile(profile.id);
			},
		};
	},
});
