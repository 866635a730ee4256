import { theme, type ThemeConfig } from 'antd'

const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', sans-serif"

/** The colours of design/tokens.css, as the controls know them. */
export function appTheme(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...(isDark ? dark : light), fontFamily, fontSize: 14, borderRadius: 6, wireframe: false, motion: false },
    components: {
      // White is too faint on the light blue of the dark.
      Button: isDark ? { primaryColor: '#0d1a25' } : {},
      Layout: { headerHeight: 56, headerPadding: '0 20px' },
      Menu: { itemBorderRadius: 6, itemMarginInline: 8, activeBarBorderWidth: 0 },
      Table: { cellPaddingBlockMD: 9, cellPaddingInlineMD: 10, headerSplitColor: 'transparent' },
      Card: { bodyPadding: 20 },
    },
  }
}

const light = {
  colorPrimary: '#1d5b8c',
  colorInfo: '#1d5b8c',
  colorLink: '#1d5b8c',
  colorWarning: '#a54e0a',
  colorError: '#b3261e',
  colorSuccess: '#1b7350',
  colorPrimaryBg: '#e5eef5',
  colorPrimaryBgHover: '#d5e4f0',
  colorPrimaryBorder: '#8db4d3',
  colorPrimaryHover: '#2a6ea3',
  colorPrimaryActive: '#123f63',
  colorInfoBg: '#e5eef5',
  colorInfoBorder: '#b9d2e6',
  colorSuccessBg: '#e4f2ea',
  colorSuccessBorder: '#b7d9c8',
  colorWarningBg: '#fbefe2',
  colorWarningBorder: '#e9c9a8',
  colorErrorBg: '#fbe9e7',
  colorErrorBorder: '#efc0bb',
  controlItemBgActive: '#e5eef5',
  colorBgLayout: '#f6f6f3',
  colorBgContainer: '#ffffff',
  colorText: '#17212c',
  colorTextSecondary: '#47535f',
  colorTextTertiary: '#5d6974',
  colorTextQuaternary: '#5d6974',
  colorTextPlaceholder: '#5d6974',
  colorTextDescription: '#5d6974',
  colorBorder: '#c9cfd2',
  colorBorderSecondary: '#e6e8e6',
}

const dark = {
  colorPrimary: '#6aaee2',
  colorInfo: '#6aaee2',
  colorLink: '#6aaee2',
  colorWarning: '#e79c57',
  colorError: '#f2837b',
  colorSuccess: '#54bfae',
  colorPrimaryBg: '#1b344a',
  colorPrimaryBgHover: '#22415c',
  colorInfoBg: '#1b344a',
  colorInfoBorder: '#2f5577',
  colorSuccessBg: '#16302a',
  colorSuccessBorder: '#28564a',
  colorWarningBg: '#382a1b',
  colorWarningBorder: '#5e4527',
  colorErrorBg: '#3a2220',
  colorErrorBorder: '#633631',
  controlItemBgActive: '#1b344a',
  colorBgLayout: '#10151b',
  colorBgContainer: '#182029',
  colorBgElevated: '#1f2832',
  colorText: '#e9eef3',
  colorTextSecondary: '#b9c3cd',
  colorTextTertiary: '#a3aeb9',
  colorTextQuaternary: '#909ca8',
  colorTextPlaceholder: '#909ca8',
  colorTextDescription: '#a3aeb9',
  colorBorder: '#435060',
  colorBorderSecondary: '#28323d',
}
