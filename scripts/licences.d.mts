import type { Licence } from '../renderer/licences';

export function licencesOf(root: string): readonly Licence[];
