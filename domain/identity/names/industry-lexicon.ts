/** Words for what an enterprise does, as they stand between its own name and its legal form. */
export const industryWords: ReadonlySet<string> = new Set(
  [
    '科技 技术 高科 高新技术 科学技术 信息 信息技术 信息科技 信息产业 网络 网络科技 网络技术 互联网 软件 数据 大数据 云计算 数码 数字 智能 智能科技 人工智能 物联网 系统 系统集成 计算机 电脑',
    '电子 电子科技 电子商务 电商 电讯 通信 通讯 电信 光电 光电子 光学 光纤 光缆 激光 半导体 集成电路 微电子 芯片 显示 电路 元器件 元件 传感 电缆 线缆 电线 导线',
    '电力 电气 电器 电机 电工 电源 电池 蓄电池 发电 风电 水电 核电 光伏 太阳能 能源 新能源 能源科技 节能 热电 热力 供热 燃气 天然气 石油 石化 石油化工 油气 化工 化学 化纤 化肥 农化 精细化工',
    '机械 机电 机床 机器人 机器 设备 装备 重工 重型 工业 制造 制造业 自动化 仪器 仪表 仪器仪表 精密 精工 精机 精密制造 模具 五金 轴承 阀门 泵业 锅炉 电梯 液压 工具 器材 器械 设备制造 机械制造',
    '汽车 汽车部件 汽车零部件 零部件 部件 配件 汽配 车业 车辆 客车 摩托车 自行车 轮胎 汽车销售 汽车服务 动力 发动机 轨道交通',
    '材料 新材料 新型材料 复合材料 高分子 塑料 塑胶 塑业 橡胶 玻璃 陶瓷 水泥 建材 建筑材料 钢铁 特钢 特殊钢 钢管 不锈钢 金属 金属制品 有色 有色金属 铝业 铜业 锌业 钨业 稀土 黄金 矿业 矿产 煤业 煤炭 煤电 煤矿 冶金 铸造 制品 管业 管道 耐火材料 磁材 磁性材料 纤维 玻纤',
    '生物 生物科技 生物技术 生物工程 生物医药 医药 药业 制药 药品 中药 医疗 医疗器械 医疗科技 医疗设备 健康 大健康 健康产业 诊断 基因 医学 医院 药房 大药房 连锁 医药连锁 兽药 疫苗 疗养',
    '食品 饮料 酒业 酒厂 葡萄酒 啤酒 乳业 肉业 粮油 粮食 糖业 盐业 调味品 农业 农牧 农产品 农业科技 牧业 畜牧 饲料 种业 种子 种苗 渔业 水产 林业 园林 园艺 生态 茶业 果业 烟草',
    '纺织 纺织科技 服装 服饰 时装 鞋业 家纺 针织 毛纺 棉业 印染 皮革 箱包 家居 家具 家电 厨电 卫浴 洁具 照明 灯具 灯饰 玩具 文具 珠宝 首饰 眼镜 钟表 日化 化妆品 日用品 洗涤',
    '造纸 纸业 包装 包装材料 印刷 印务 木业 竹业 装饰 装饰工程 装潢 装修 建筑装饰 幕墙 门窗 涂料 油漆 防水 地板',
    '建设 建设工程 建设开发 建工 建筑 建筑工程 建筑安装 安装 工程 工程技术 工程建设 工程咨询 市政 路桥 路桥工程 勘察 勘察设计 设计 设计院 规划 监理 检测 检验 检测技术 测试 计量 认证 基础设施 城市建设 城建 城市建设投资 城投 市政工程',
    '房地产 房地产开发 地产 置业 置地 不动产 物业 物业管理 物业服务 房产 房屋 园区 产业园 经济技术 经济开发 开发区',
    '投资 投资管理 投资发展 投资咨询 投资控股 投资开发 投资合伙 创业投资 股权投资 股权投资基金 股权投资管理 实业投资 风险投资 创投 资本 资本管理 资产 资产管理 资产经营 财富 财富管理 基金 基金管理 私募基金 私募基金管理 金融 金融服务 金控 证券 期货 保险 人寿保险 财产保险 财险 人寿 寿险 再保险 信托 信托投资 银行 商业银行 农村商业银行 村镇银行 租赁 融资租赁 金融租赁 担保 融资担保 小额贷款 典当 保理 商业保理 支付 征信 国有资产经营 国有资本运营 资产运营 产业投资 股权 合伙',
    '贸易 商贸 经贸 国贸 国际贸易 对外贸易 外贸 工贸 进出口 进出口贸易 实业 实业发展 产业 产业发展 企业 企业管理 企业管理咨询 企业发展 企业服务 发展 开发 经营 运营 管理 管理咨询 咨询 咨询服务 信息咨询 商务 商务咨询 商业 商业管理 百货 零售 超市 购物 购物中心 商场 销售 营销 营销策划 供应链 供应链管理 供销 物资 代理 服务 综合 联合 工业集团 产业集团',
    '物流 物流服务 快递 速递 快运 货运 仓储 运输 运输服务 交通 交通运输 航空 航空服务 机场 航天 航运 海运 船舶 船务 船业 港口 港务 码头 铁路 铁道 高速 高速公路 公路 客运 公交 地铁 出租 集装箱 国际货运 国际货运代理 货运代理 国际物流',
    '传媒 文化 文化传媒 文化传播 文化发展 文化产业 文化创意 传播 影视 影业 电影 电视 广电 广电网络 广播 娱乐 游戏 动漫 音乐 出版 出版传媒 报业 书店 广告 会展 展览 策划 创意 教育 教育科技 教育咨询 培训 学校 体育 体育文化 旅游 旅行社 旅游开发 酒店 酒店管理 大酒店 宾馆 餐饮 餐饮管理 饭店',
    '环保 环保科技 环境 环境科技 环境工程 水务 水业 供水 自来水 污水处理 水处理 水利 水利水电 固废 再生资源 清洁 安全 安防 消防 保安 保洁 家政 人力资源 劳务 劳务派遣 人才 律师 会计师 税务师 评估 拍卖 招标 知识产权 专利 翻译',
    '国际 全球 环球',
  ]
    .join(' ')
    .split(' '),
)

/** How long words are that end with a sign, the longest first. */
export const industryLengths: ReadonlyMap<number, readonly number[]> = lengthsByLastSign(industryWords)

function lengthsByLastSign(words: Iterable<string>): ReadonlyMap<number, readonly number[]> {
  const lengths = new Map<number, readonly number[]>()
  for (const word of words) {
    const sign = word.charCodeAt(word.length - 1)
    const known = lengths.get(sign) ?? []
    if (!known.includes(word.length))
      lengths.set(
        sign,
        [...known, word.length].toSorted((a, b) => b - a),
      )
  }
  return lengths
}

/** Industry words of other languages, in Chinese: what bridges a name and its translation. */
export const industryTranslations: ReadonlyMap<string, string> = new Map([
  ['technology', '科技'],
  ['technologies', '科技'],
  ['tech', '科技'],
  ['information', '信息'],
  ['network', '网络'],
  ['software', '软件'],
  ['electronics', '电子'],
  ['electronic', '电子'],
  ['communication', '通信'],
  ['communications', '通信'],
  ['semiconductor', '半导体'],
  ['energy', '能源'],
  ['power', '电力'],
  ['electric', '电气'],
  ['electrical', '电气'],
  ['chemical', '化工'],
  ['chemicals', '化工'],
  ['petroleum', '石油'],
  ['machinery', '机械'],
  ['equipment', '设备'],
  ['industrial', '实业'],
  ['industries', '实业'],
  ['industry', '工业'],
  ['manufacturing', '制造'],
  ['automobile', '汽车'],
  ['automotive', '汽车'],
  ['auto', '汽车'],
  ['material', '材料'],
  ['materials', '材料'],
  ['steel', '钢铁'],
  ['mining', '矿业'],
  ['biotech', '生物科技'],
  ['biotechnology', '生物科技'],
  ['pharmaceutical', '制药'],
  ['pharmaceuticals', '制药'],
  ['medical', '医疗'],
  ['health', '健康'],
  ['food', '食品'],
  ['foods', '食品'],
  ['textile', '纺织'],
  ['construction', '建设'],
  ['engineering', '工程'],
  ['real estate', '房地产'],
  ['investment', '投资'],
  ['investments', '投资'],
  ['capital', '资本'],
  ['securities', '证券'],
  ['insurance', '保险'],
  ['bank', '银行'],
  ['trust', '信托'],
  ['leasing', '租赁'],
  ['trading', '贸易'],
  ['trade', '贸易'],
  ['logistics', '物流'],
  ['transport', '运输'],
  ['airlines', '航空'],
  ['media', '传媒'],
  ['culture', '文化'],
  ['education', '教育'],
  ['environmental', '环保'],
  ['consulting', '咨询'],
  ['management', '管理'],
  ['development', '发展'],
  ['international', '国际'],
  ['group', '集团'],
  ['holdings', '控股'],
  ['holding', '控股'],
])
