import { useMutation } from '@tanstack/react-query'
import { TranslationOutlined } from '@ant-design/icons'
import { locales, type Locale } from '@vitalfew/contract/locale.ts'
import { Button, Dropdown } from 'antd'
import { useReader } from '../design/reader.tsx'
import { client } from './api.ts'
import { toldByAlert } from './fault-alerts.tsx'
import { usePreferences } from './preferences.tsx'

/** Changes the language of everything on the page, without a reload; who is signed in keeps it for their mails and files. */
export function LanguageButton(props: { isSignedIn?: boolean }) {
  const { t } = useReader()
  const { locale, setLocale } = usePreferences()
  const keep = useMutation({
    mutationFn: (chosen: Locale) => client.access.me.update({ locale: chosen }),
    meta: toldByAlert,
  })
  const choose = (chosen: Locale) => {
    setLocale(chosen)
    if (props.isSignedIn !== false) keep.mutate(chosen)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [locale],
        items: locales.map((key) => ({ key, label: ownName(key), onClick: () => choose(key) })),
      }}
    >
      <Button
        type="text"
        icon={<TranslationOutlined />}
        aria-label={t('app.shell.language')}
        title={t('app.shell.language')}
      />
    </Dropdown>
  )
}

/** A language is called by its own name, so that those who read it find it. */
function ownName(locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(new Intl.Locale(locale).language) ?? locale
}
