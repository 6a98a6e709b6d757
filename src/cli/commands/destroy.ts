import {defineCommand, noOperands} from '../command.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'destroy',
	summary: 'Undoes a set-up: removes what it made, and nothing else.',
	description:
		'Goes by the journal of the set-up, last made first. What others changed since is kept, and said. ' +
		'Keys and certificates stay unless --delete-keys is given. Run again, it goes on where it stopped.',
	operands: noOperands,
	flags: {
		name: flag.text({placeholder: 'NAME', description: 'The set-up; anchorsmith unless given.'}),
		rehearse: flag.toggle({description: 'Undo a set-up that was made with setup --rehearse.'}),
		deleteKeys: flag.toggle({description: 'Remove the authority and the certificate that it made, keys included.'}),
		planOnly: flag.toggle({description: 'Show what would be undone and change nothing.'}),
	},
	examples: ['destroy --rehearse --yes', 'destroy --name build-hosts --plan-only'],
	async run({flags, shared}, context) {
		const {destroySetup} = await import('../destroy.ts');
		return destroySetup({...flags, ...shared}, context);
	},
});
