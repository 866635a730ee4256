import {
  ApartmentOutlined,
  AuditOutlined,
  ClusterOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  DollarOutlined,
  DotChartOutlined,
  FallOutlined,
  SettingOutlined,
  ShoppingCartOutlined,
  SolutionOutlined,
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
  behaviour: <ShoppingCartOutlined />,
  segments: <DotChartOutlined />,
  selection: <TrophyOutlined />,
  rounds: <SolutionOutlined />,
  identity: <ClusterOutlined />,
  data: <DatabaseOutlined />,
  settings: <SettingOutlined />,
  audit: <AuditOutlined />,
}
