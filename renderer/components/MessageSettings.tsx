/** When a message counts as read, and when she is told of new ones. */
import { useId } from 'preact/hooks';
import type { Settings } from '../../preload/contract';
import { changeSettings, showTestNotice } from '../state/commands';
import { settings } from '../state/snapshots';
import { words } from '../state/words';
import { Choice, isLocked } from './Choice';

const delays: readonly Settings['markReadAfterSeconds'][] = [0, 1, 3, null];
const onOff = ['on', 'off'] as const;
const night = { from: '22:00', to: '07:00' };

export function MessageSettings() {
  const said = words.value.settings;
  const now = settings.value;
  if (now === null) return null;
  const { markReadAfterSeconds: delay, notifications, quietHours } = now;
  return (
    <section class="card settings" aria-label={said.messages}>
      <h2>{said.messages}</h2>
      <Choice
        of="markReadAfterSeconds"
        label={said.markRead}
        values={delays.includes(delay) ? delays : [...delays, delay]}
        value={delay}
        nameOf={said.markReadAfter}
        onChoose={(markReadAfterSeconds) => void changeSettings({ markReadAfterSeconds })}
      />
      <Choice
        of="notifications"
        label={said.notifications}
        values={onOff}
        value={notifications}
        nameOf={(value) => said.notificationsIn[value]}
        onChoose={(value) => void changeSettings({ notifications: value })}
      />
      {notifications === 'on' && (
        <Choice
          of="quietHours"
          label={said.quietHours}
          values={onOff}
          value={quietHours === null ? 'off' : 'on'}
          nameOf={(value) => said.quietHoursIn[value]}
          onChoose={(value) => void changeSettings({ quietHours: value === 'on' ? night : null })}
        />
      )}
      {notifications === 'on' && quietHours !== null && <Hours hours={quietHours} />}
      <div class="setting">
        <small class="muted setting-name">{said.testNoticeHelp}</small>
        <button type="button" class="secondary" onClick={() => void showTestNotice()}>
          {said.testNotice}
        </button>
      </div>
    </section>
  );
}

function Hours({ hours }: { readonly hours: NonNullable<Settings['quietHours']> }) {
  const said = words.value.settings;
  const id = useId();
  const endsNextDay = hours.to <= hours.from;
  return (
    <fieldset class="setting hours" aria-label={said.quietHours} aria-describedby={id}>
      <small class="muted" id={id}>
        {said.quietMeaning}
      </small>
      <span class="hours-span">
        <Time
          label={said.quietFrom}
          value={hours.from}
          onSet={(from) => void changeSettings({ quietHours: { ...hours, from } })}
        />
        <Time
          label={endsNextDay ? said.quietToNextDay : said.quietTo}
          value={hours.to}
          onSet={(to) => void changeSettings({ quietHours: { ...hours, to } })}
        />
      </span>
    </fieldset>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onSet: (value: string) => void;
}

function Time({ label, value, onSet }: TimeProps) {
  return (
    <label>
      {label}
      <input
        type="time"
        disabled={isLocked('quietHours')}
        value={value}
        onChange={({ currentTarget: { value: time } }) => {
          // Empty until all of it is there.
          if (time !== '') onSet(time);
        }}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value === '') currentTarget.value = value;
        }}
      />
    </label>
  );
}
