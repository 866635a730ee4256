import {
  ApartmentOutlined,
  AuditOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  DollarOutlined,
  FallOutlined,
  SettingOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { PageName } from './pages.ts'

export const pageIcons: Record<PageName, ReactNode> = {
  overview: <DashboardOutlined />,
  accounts: <TeamOutlined />,
  classification: <ApartmentOutlined />,
  value: <DollarOutlined />,
  churn: <FallOutlined />,
  selection: <TrophyOutlined />,
  data: <DatabaseOutlined />,
  settings: <SettingOutlined />,
  audit: <AuditOutlined />,
}
