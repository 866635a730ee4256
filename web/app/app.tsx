import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as Controls, ConfigProvider } from 'antd'
import english from 'antd/locale/en_US.js'
import chinese from 'antd/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { useEffect, useMemo, useState } from 'react'
import { cspNonce } from './csp-nonce.ts'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { newQueryClient } from './query-client.ts'
import { newRouter } from './router.ts'
import { appTheme } from './theme.ts'

export function App() {
  return (
    <PreferencesProvider>
      <Dressed />
    </PreferencesProvider>
  )
}

/** Language and colours around everything; both change without a reload. */
function Dressed() {
  const { locale, isDark } = usePreferences()
  const [queries] = useState(newQueryClient)
  const [router] = useState(() => newRouter(queries))
  const nonce = useMemo(() => cspNonce(), [])
  const theme = useMemo(() => appTheme(isDark), [isDark])
  useEffect(() => void dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en'), [locale])
  return (
    <ConfigProvider
      locale={locale === 'zh-CN' ? chinese.default : english.default}
      theme={theme}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <Controls message={{ maxCount: 3 }} notification={{ placement: 'bottomRight' }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Controls>
    </ConfigProvider>
  )
}
