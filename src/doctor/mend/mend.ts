/** Something that this program can mend itself, as data. */
export type Mend =
	/** Writes the credential process, or other settings, of a CLI profile; what is null is taken away. */
	| {
			readonly kind: 'cli-profile';
			readonly cliProfile: string;
			readonly settings: Readonly<Record<string, string | null>>;
	  }
	/** Takes lines out of a config file, or puts others in their place, so that every client can read it again. */
	| {
			readonly kind: 'config-lines';
			readonly path: string;
			/** Numbers of lines from 1, both included. */
			readonly from: number;
			readonly to: number;
			/** Without line ends. */
			readonly lines: readonly string[];
	  }
	| {readonly kind: 'byte-order-mark'; readonly path: string}
	/** Permission bits of a file. */
	| {readonly kind: 'mode'; readonly path: string; readonly mode: number}
	/** Writes certificates that lie on this machine into a file, in order, for the credential process to name. */
	| {
			readonly kind: 'chain';
			readonly cliProfile: string;
			readonly path: string;
			/** DER in base64. */
			readonly certificates: readonly string[];
	  }
	/** Writes the things of these files into a folder as clients want them, and names those instead. */
	| {readonly kind: 'convert'; readonly cliProfile: string; readonly paths: readonly string[]; readonly into: string}
	/** Changes at AWS, through plan and apply. */
	| {readonly kind: 'trust-policy'; readonly roleArn: string; readonly policy: string}
	| {readonly kind: 'enable'; readonly arn: string}
	| {readonly kind: 'profile-roles'; readonly profileArn: string; readonly roleArns: readonly string[]}
	| {
			readonly kind: 'unmap-attribute';
			readonly profileArn: string;
			readonly certificateField: string;
			readonly specifier: string;
	  };
