import {type FlagValues, flag} from './flag.ts';

/** The flags that every command takes (interface, "Shared flags"), `--version` aside. */
export const sharedFlags = {
	help: flag.toggle({description: 'Explain this command.'}),
	json: flag.toggle({description: 'Print one JSON document instead of text, errors included.'}),
	plain: flag.toggle({description: 'Ask line by line instead of drawing screens.'}),
	yes: flag.toggle({description: 'Go ahead without asking.'}),
	region: flag.text({placeholder: 'REGION', description: 'AWS region, such as eu-central-1.'}),
	adminProfile: flag.text({
		placeholder: 'NAME',
		description: 'AWS CLI profile whose credentials administer the account.',
	}),
	home: flag.path({placeholder: 'DIR', description: 'Folder for keys and state, instead of ~/.anchorsmith.'}),
	passphraseFile: flag.path({
		placeholder: 'FILE',
		description: 'Read the passphrase from the first line of this file; - reads standard input.',
	}),
	quiet: flag.toggle({description: 'Print results and errors only.'}),
	color: flag.choice({choices: ['auto', 'always', 'never'], description: 'Colour the output.'}),
};

/** What the shared flags hold once read. */
export type SharedFlagValues = FlagValues<typeof sharedFlags>;
