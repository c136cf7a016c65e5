import { describe, expect, it } from 'vitest';
import { onlyAdministratorsChange } from './accessList';

const person = 'S-1-5-21-3623811015-3361044348-30300820-1013';
const installer = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';

/** As `(Get-Acl …).Sddl` prints them; no Windows runs in these tests. */
describe("Windows' access lists, as text: only administrators may change", () => {
  it.each([
    [
      'a file of Program Files',
      `O:${installer}G:${installer}D:PAI(A;;FA;;;${installer})(A;;0x1200a9;;;SY)(A;;0x1200a9;;;BA)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;AC)`,
    ],
    [
      'a file that inherits from a closed folder',
      'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)',
    ],
    [
      'a closed folder with its rights for children',
      'O:BAG:S-1-5-21-1-2-3-513D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICIIO;GA;;;CO)(A;OICI;0x1200a9;;;BU)',
    ],
    ['rights by letters', 'O:SYG:SYD:P(A;;GA;;;SY)(A;;FA;;;BA)(A;;FRFX;;;WD)(A;;GRGX;;;AU)'],
    ["a domain administrator's file", 'O:S-1-5-21-1-2-3-512G:DUD:(A;;FA;;;BA)(A;;FR;;;BU)'],
    ['an entry that denies', `O:BAG:SYD:(D;;FA;;;${person})(A;;FA;;;BA)`],
    ['an audit list behind', 'O:BAG:SYD:(A;;FA;;;BA)S:AI(AU;SAFA;FA;;;WD)'],
    ['a list that lets nobody in', 'O:BAG:SYD:P'],
  ])('%s', (_what, sddl) => expect(onlyAdministratorsChange(sddl)).toBe(true));
});

describe("Windows' access lists, as text: others may change", () => {
  it.each([
    [
      'a folder as ProgramData hands it down, where users may add files',
      'O:BAG:SYD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)',
    ],
    ['a file that users may modify', 'O:BAG:SYD:(A;;FA;;;BA)(A;;0x1301bf;;;BU)'],
    ['everyone, with everything', 'O:BAG:SYD:(A;;FA;;;WD)'],
    ['everyone, by the full identifier', 'O:BAG:SYD:(A;;GA;;;S-1-1-0)'],
    ['signed-in people who may write', 'O:BAG:SYD:(A;;FW;;;AU)'],
    ['interactive people who may append', 'O:BAG:SYD:(A;;0x4;;;IU)'],
    ['one person who may write', `O:BAG:SYD:(A;;FA;;;BA)(A;;0x2;;;${person})`],
    ['one person who may delete', `O:BAG:SYD:(A;;SD;;;${person})`],
    ['one person who may delete what is in the folder', `O:BAG:SYD:(A;;0x40;;;${person})`],
    ['one person who may change the rights', `O:BAG:SYD:(A;;WD;;;${person})`],
    ['one person who may take it', `O:BAG:SYD:(A;;WO;;;${person})`],
    ['generic writing as a mask', `O:BAG:SYD:(A;;0x40000000;;;${person})`],
    ['everything as a decimal mask', `O:BAG:SYD:(A;;2032127;;;${person})`],
    ['a person as the owner, who may always change the rights', `O:${person}G:SYD:(A;;FA;;;BA)`],
    ['no list at all', 'O:BAG:SYD:NO_ACCESS_CONTROL'],
    ['no list told', 'O:BAG:SY'],
    ['no owner told', 'D:(A;;FA;;;BA)'],
    ['a condition, which is not understood', 'O:BAG:SYD:(XA;;FX;;;S-1-1-0;(@User.Title=="PM"))'],
    ['a right that is not understood', `O:BAG:SYD:(A;;QQ;;;${person})`],
    ['an entry that is not understood', 'O:BAG:SYD:(?)'],
    ['nothing', ''],
    ['a message in its place', 'Access is denied.'],
  ])('%s', (_what, sddl) => expect(onlyAdministratorsChange(sddl)).toBe(false));
});
