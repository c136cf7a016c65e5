import type { Person } from '../../preload/contract';
import { initials } from '../profile/initials';
import { personPicture } from '../state/personPicture';

interface Props {
  readonly person: Person;
  readonly size: 'small' | 'large';
}

/** Her picture, or her initials; as large in either case. Her name always stands beside it. */
export function Avatar({ person, size }: Props) {
  const src = personPicture.value;
  return (
    <span class={`avatar ${size}`} aria-hidden="true">
      {src === null ? (
        initials(person.name)
      ) : (
        <img
          src={src}
          alt=""
          onError={() => {
            personPicture.value = null;
          }}
        />
      )}
    </span>
  );
}
